import { describe, expect, it } from 'vitest';
import { parseFacts } from '../../../../src/corpus/metadata/article-facts.js';

const faultsOf = (value: unknown): string[] =>
  parseFacts(value).faults.map(({ key, message }) => `${key}: ${message}`);

const inferred = {
  status: 'inferred',
  earliest: '2025-01-15',
  latest: '2025-01-17',
  basis: 'text',
  evidence: 'next Monday',
  paragraph: 3,
};

describe('what may be stated', () => {
  it('everything the README lists', () => {
    const { facts, faults } = parseFacts({
      sha256: 'a'.repeat(64),
      title: 'The Talks',
      outlet: 'CNN',
      authors: ['A. One'],
      url: 'https://example.org/story',
      published: { ...inferred, reasoning: 'A Monday.', source: null },
      wording: 'retranslated',
      embargo_until: '2025-02-01T06:00:00-05:00',
      withdrawn: 'The figures were wrong.',
      problems: [{ paragraph: 9, text: 'Xi', kind: 'wrong name', note: 'Castro.', also: [10] }],
    });
    expect(faults).toEqual([]);
    expect(facts).toMatchObject({
      title: 'The Talks',
      published: inferred,
      embargo: { until: new Date('2025-02-01T11:00:00Z') },
      problems: [{ paragraph: 9, also: [10] }],
    });
  });

  it('nothing, with null for what is not known', () => {
    expect(parseFacts({ title: null, outlet: null, published: null }).faults).toEqual([]);
    expect(parseFacts({}).faults).toEqual([]);
  });
});

describe('what is refused, by key, with what was expected', () => {
  it.each([
    ['a key that is not known', { titel: 'Talks' }, 'titel: is not a key known here'],
    ['an empty title', { title: '' }, 'title: '],
    ['a hash of another kind', { sha256: 'abc' }, 'sha256: expected 64 hexadecimal digits'],
    ['authors as one word', { authors: 'A. One' }, 'authors: expected array'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 'url: expected a web address'],
    ['another wording', { wording: 'odd' }, 'wording: expected one of as-printed, retranslated'],
    [
      'a paragraph 0',
      { problems: [{ paragraph: 0, text: 'x', kind: 'x', note: 'x' }] },
      'problems.0.paragraph: ',
    ],
    [
      'a problem without a note',
      { problems: [{ paragraph: 1, text: 'x', kind: 'x' }] },
      'problems.0.note: ',
    ],
    ['text where keys belong', 'CNN', 'null: expected object'],
  ])('%s', (_, value, start) => {
    expect(faultsOf(value)).toEqual([expect.stringContaining(start)]);
  });

  it.each([
    [
      'a day of no calendar',
      { ...inferred, earliest: '2025-02-30', latest: '2025-03-02' },
      'published.earliest: "2025-02-30" is not a day of the calendar',
    ],
    [
      'a range turned round',
      { ...inferred, earliest: '2025-01-18' },
      'published.earliest: 2025-01-18 lies after latest, 2025-01-17',
    ],
    [
      'an inference without its words',
      { ...inferred, evidence: null },
      'published.evidence: missing; basis text needs',
    ],
    [
      'evidence without its paragraph',
      { ...inferred, paragraph: null },
      'published.paragraph: missing',
    ],
    [
      'outside knowledge without a source',
      { ...inferred, basis: 'outside' },
      'published.source: missing',
    ],
    [
      'a status of its own',
      { status: 'about' },
      'published.status: expected status exact, inferred or unknown',
    ],
    [
      'a basis of its own',
      { ...inferred, basis: 'hearsay' },
      'published.basis: expected one of file, feed, text, outside',
    ],
    [
      'an unknown date with a day',
      { status: 'unknown', date: '2025-01-15' },
      'published.date: is not a key known here',
    ],
    [
      'a number for a day',
      { status: 'exact', basis: 'file', date: 2025 },
      'published.date: expected string',
    ],
  ])('a date with %s', (_, published, start) => {
    expect(faultsOf({ published })).toEqual([expect.stringContaining(start)]);
  });

  it('all faults of an entry at once', () => {
    expect(faultsOf({ titel: 'x', wording: 'odd', outlet: 5 })).toHaveLength(3);
  });

  it('costs the whole entry, so that no half truth is shown', () => {
    expect(parseFacts({ outlet: 'CNN', wording: 'odd' }).facts.outlet).toBeUndefined();
  });
});

describe('an embargo', () => {
  it('stays when another key is faulty', () => {
    expect(parseFacts({ wording: 'odd', embargo_until: '2025-02-01T06:00:00Z' }).facts).toEqual({
      embargo: { until: new Date('2025-02-01T06:00:00Z') },
    });
  });

  it.each([
    ['a day alone', '2025-02-01'],
    ['a time without its zone', '2025-02-01T06:00:00'],
    ['a day of no calendar', '2025-02-30T06:00:00Z'],
    ['an hour of no clock', '2025-02-01T25:00:00Z'],
    ['words', 'next week'],
    ['nothing', ''],
    ['a number', 20250201],
    ['a list', ['2025-02-01T06:00:00Z']],
    ['no', false],
  ])('hides the article when its value is %s', (_, embargo_until) => {
    const { facts, faults } = parseFacts({ embargo_until });
    expect(facts.embargo).toBe('held');
    expect(faults).toMatchObject([
      { key: 'embargo_until', message: expect.stringContaining('stays hidden') },
    ]);
  });

  it.each([
    ['misspelt', { embargo: '2025-02-01T06:00:00Z' }],
    ['misspelt with a dash', { 'Embargo-until': '2025-02-01T06:00:00Z' }],
    ['put a level too deep', { published: { status: 'unknown', embargo_until: 'x' } }],
    ['put in a list', [{ embargo_until: '2025-02-01T06:00:00Z' }]],
  ])('hides the article when its key is %s', (_, value) => {
    expect(parseFacts(value).facts.embargo).toBe('held');
  });

  it('is none when its value is null', () => {
    expect(parseFacts({ embargo_until: null })).toMatchObject({
      facts: { embargo: null },
      faults: [],
    });
  });
});
