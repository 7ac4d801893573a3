import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { fieldOf, isChanged, mineOnTop, toEntry, toForm } from '../../../src/keeper/form.js';
import { SEEDS } from '../../support/seeds.js';

const { articles } = z
  .object({ articles: z.record(z.string(), z.looseObject({})) })
  .parse(parse(readFileSync(`${SEEDS}/articles.yml`, 'utf8')));
const NYT = articles['003_034d1ffa79abd236.txt'] ?? {};
const HASH = 'a'.repeat(64);

describe('a form that nobody touched', () => {
  it.each(Object.entries(articles))('asks for the entry as it stands: %s', (_, entry) => {
    expect(toEntry(toForm(entry), entry, HASH)).toEqual(entry);
    expect(isChanged(toForm(entry), toForm(entry))).toBe(false);
  });

  it('leaves whatever stands in an entry as it is, right or wrong', () => {
    const keys = fc.constantFrom('title', 'authors', 'published', 'problems', 'colour', 'wording');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue(), { noNullPrototype: true }), (entry) => {
        expect(toEntry(toForm(entry), entry, HASH)).toEqual(entry);
      }),
    );
  });
});

describe('a form that was changed', () => {
  const form = toForm(NYT);

  it('states nothing with null, and lists the authors', () => {
    const changed = { ...form, outlet: ' ', authors: 'Ana Ruiz \n\n Tom Hale' };
    const entry = toEntry(changed, NYT, HASH);
    expect(entry).toEqual({ ...NYT, outlet: null, authors: ['Ana Ruiz', 'Tom Hale'] });
  });

  it('states what belongs to the status of its date, and no more', () => {
    const { published: was } = z.looseObject({ published: z.looseObject({}) }).parse(NYT);
    const exact = { ...form, status: 'exact', date: '2025-01-16' };
    const { earliest: _, latest: __, ...grounds } = was;
    expect(toEntry(exact, NYT, HASH)['published']).toEqual({
      ...grounds,
      status: 'exact',
      date: '2025-01-16',
    });
    expect(toEntry({ ...form, status: 'unknown' }, NYT, HASH)['published']).toEqual({
      status: 'unknown',
      reasoning: grounds['reasoning'],
    });
    expect(toEntry({ ...form, status: '' }, NYT, HASH)['published']).toBeNull();
    const open = toEntry({ ...toForm(null), status: 'exact' }, null, HASH);
    expect(open).toEqual({ published: { status: 'exact', date: '' } });
  });

  it('keeps the problems that were not touched, and writes numbers as numbers', () => {
    const [first, second] = form.problems;
    const fresh = { paragraph: '4', text: 'x', kind: 'name', note: 'y', also: '5, six' };
    const { problems } = z.object({ problems: z.array(z.unknown()) }).parse(NYT);
    const entry = toEntry(
      { ...form, problems: [first ?? fresh, second ?? fresh, fresh] },
      NYT,
      HASH,
    );
    expect(entry['problems']).toEqual([
      problems[0],
      problems[1],
      { paragraph: 4, text: 'x', kind: 'name', note: 'y', also: [5, 'six'] },
    ]);
  });

  it('says that the entry fits the file only when the keeper does', () => {
    expect(toEntry({ ...form, fits: true }, NYT, HASH)['sha256']).toBe(HASH);
    expect(toEntry({ ...form, title: 'T' }, NYT, HASH)['sha256']).toBe(NYT['sha256']);
  });
});

describe('what was typed, put on top of what somebody else saved meanwhile', () => {
  it('changes what was changed and takes nothing of theirs back', () => {
    const before = toForm(NYT);
    const [, second, ...others] = before.problems;
    const mine = { paragraph: '1', text: 'x', kind: 'k', note: 'mine', also: '' };
    const theirs = { ...mine, note: 'theirs' };
    if (!second) throw new Error('the article has problems');
    const typed = { ...before, outlet: 'Mine', problems: [second, ...others, mine] };
    const now = { ...before, title: 'Theirs', problems: [...before.problems, theirs] };
    expect(mineOnTop(typed, before, now)).toEqual({
      ...before,
      outlet: 'Mine',
      title: 'Theirs',
      problems: [second, ...others, theirs, mine],
    });
  });
});

it.each([
  ['published.earliest', 'earliest'],
  ['published', 'status'],
  ['authors.2', 'authors'],
  ['problems.1.also', 'problems.1.also'],
  ['problems.1', 'problems.1.text'],
  ['colour', null],
  [null, null],
])('a fault of %s is shown at the field %s', (key, field) => {
  expect(fieldOf(key)).toBe(field);
});
