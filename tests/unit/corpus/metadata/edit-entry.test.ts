import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withEntry } from '../../../../src/corpus/metadata/edit-articles-yml.js';
import { SEEDS } from '../../../support/seeds.js';

const SOURCE = readFileSync(`${SEEDS}/articles.yml`, 'utf8');
/** Its first two entries. */
const TWO = SOURCE.slice(0, SOURCE.indexOf('  002_'));
const CNN = '000_cdfc808a8b69da1e.txt';
const entries = z.looseObject({ articles: z.record(z.string(), z.looseObject({})) });

function entryOf(source: string, name: string): Record<string, unknown> {
  return entries.parse(parse(source)).articles[name] ?? {};
}

/** The lines that only the one, and only the other, of two texts has. */
function changed(before: string, after: string): { gone: string[]; new: string[] } {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const only = (some: string[], others: string[]) => some.filter((line) => !others.includes(line));
  return { gone: only(was, is), new: only(is, was) };
}

describe('an entry of articles.yml that is edited', () => {
  it('changes the one line of what was changed, and keeps the comment behind it', () => {
    const after = withEntry(SOURCE, CNN, { ...entryOf(SOURCE, CNN), outlet: 'CNN: en Español' });
    expect(changed(SOURCE, after ?? '')).toEqual({
      gone: ['    outlet: CNN # paragraph 6: “In a statement sent to CNN”'],
      new: ['    outlet: "CNN: en Español" # paragraph 6: “In a statement sent to CNN”'],
    });
  });

  it('goes from an exact day to a range without touching what the date rests on', () => {
    const entry = entryOf(SOURCE, CNN);
    const { status: _, date: __, ...grounds } = z.looseObject({}).parse(entry['published']);
    const after = withEntry(SOURCE, CNN, {
      ...entry,
      published: {
        status: 'inferred',
        earliest: '2024-12-04',
        latest: '2024-12-06',
        ...grounds,
      },
    });
    expect(changed(SOURCE, after ?? '')).toEqual({
      gone: ['      status: exact', '      date: 2024-12-05'],
      new: ['      earliest: 2024-12-04', '      latest: 2024-12-06'],
    });
  });

  it('takes one problem out, mends another and gets a new one, each in its own lines', () => {
    const entry = entryOf(SOURCE, CNN);
    const [first, second, third] = z.array(z.looseObject({})).parse(entry['problems']);
    const note = 'Two\nlines: here';
    const fresh = { paragraph: 1, text: '— “a”', kind: 'name', note, also: [2, 3] };
    const without = withEntry(SOURCE, CNN, { ...entry, problems: [first, third] }) ?? '';
    expect(changed(SOURCE, without).new).toEqual([]);
    const after = withEntry(SOURCE, CNN, {
      ...entry,
      problems: [first, { ...second, kind: 'repetition' }, third, fresh],
    });
    expect(changed(SOURCE, after ?? '').gone).toEqual([]);
    expect(changed(SOURCE, after ?? '').new).toContain('        note: "Two\\nlines: here"');
    expect(entryOf(after ?? '', CNN)['problems']).toEqual([
      first,
      { ...second, kind: 'repetition' },
      third,
      fresh,
    ]);
  });

  it('gets a new key before what comes after it in the entry', () => {
    const source =
      'version: 1\narticles:\n  a.txt:\n    title: A\n    # sure\n    wording: rewritten';
    const wanted = { title: 'A', outlet: 'B', wording: 'rewritten', withdrawn: 'Retracted.' };
    expect(withEntry(source, 'a.txt', wanted)).toBe(
      'version: 1\narticles:\n  a.txt:\n    title: A\n    outlet: B\n    # sure\n    wording: rewritten\n    withdrawn: Retracted.\n',
    );
  });

  it.each([
    ['in one line', 'version: 1 # ours\narticles:\n  b.txt: {title: B}\n  a.txt: {outlet: C}\n'],
    ['that says nothing', 'version: 1 # ours\narticles:\n  a.txt:\n  b.txt: {title: B}\n'],
    ['with an alias', '# ours\nversion: 1\narticles:\n  b.txt: &b {title: B}\n  a.txt: *b\n'],
    ['that is not there', 'version: 1 # ours\narticles:\n  b.txt: {title: B}\n'],
    [
      'of Windows',
      '# ours\r\nversion: 1\r\narticles:\r\n  b.txt: {title: B}\r\n  a.txt:\r\n    title: C\r\n',
    ],
    ['of a file in one line', '{version: 1, articles: {b.txt: {title: B}, a.txt: {}}} # ours\n'],
  ])('is written %s, with the comments and the others', (_, source) => {
    const after = withEntry(source, 'a.txt', { title: 'A: “x”', problems: [{ paragraph: 1 }] });
    expect(parse(after ?? '')).toEqual({
      version: 1,
      articles: {
        'b.txt': { title: 'B' },
        'a.txt': { title: 'A: “x”', problems: [{ paragraph: 1 }] },
      },
    });
    expect(after).toContain('# ours');
    // Line ends of one kind only.
    expect(new Set(after?.match(/\r?\n/g))).toHaveProperty('size', 1);
  });

  it('begins the file where there is none', () => {
    expect(parse(withEntry(null, 'a.txt', { outlet: 'C' }) ?? '')).toEqual({
      version: 1,
      articles: { 'a.txt': { outlet: 'C' } },
    });
  });

  it('is not written where the file is no articles.yml', () => {
    expect(withEntry('- a list\n', 'a.txt', { outlet: 'C' })).toBeNull();
    expect(withEntry('version: 1\narticles: [a.txt]\n', 'a.txt', { outlet: 'C' })).toBeNull();
  });

  it('says what it should after any edit, and every other entry what it said', () => {
    const words = fc.string({ unit: 'grapheme' });
    const problem = fc.record(
      { paragraph: fc.nat(), text: words, note: words },
      { noNullPrototype: true },
    );
    const entry = fc.record(
      {
        sha256: words,
        title: fc.option(words),
        authors: fc.array(words, { maxLength: 3 }),
        published: fc.record(
          { status: words, date: words, evidence: words },
          { requiredKeys: [], noNullPrototype: true },
        ),
        problems: fc.array(problem, { maxLength: 4 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(entry, entry, (was, wanted) => {
        const before = withEntry(TWO, CNN, was) ?? '';
        const after = withEntry(before, CNN, wanted) ?? '';
        const { articles } = entries.parse(parse(TWO));
        expect(parse(after)).toEqual({
          version: 1,
          articles: { ...articles, [CNN]: wanted },
        });
        expect(after).toContain('\n  001_625a3d29147f48c6.txt:\n    sha256: ');
        expect(after).toContain(
          '      evidence: reported by Bloomberg\n      paragraph: 14\n      reasoning: >-\n',
        );
      }),
      { numRuns: 25 },
    );
  });
});
