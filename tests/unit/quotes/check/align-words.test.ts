import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords, elementsOf, type Hunk } from '../../../../src/quotes/check/align-words.js';
import { readPlainWords } from '../../../../src/quotes/check/plain-words.js';

const align = (printed: string, pasted: string): Hunk[] =>
  alignWords(
    elementsOf(printed, readPlainWords(printed)),
    elementsOf(pasted, readPlainWords(pasted)),
  );

/** "we {could→would} be": what is the same, and what is pasted and printed where it is not. */
const shown = (hunks: readonly Hunk[]): string =>
  hunks
    .map(({ same, printed, pasted }) => {
      const words = (side: typeof printed): string => side.map(({ text }) => text).join(' ');
      return same ? words(printed) : `{${words(pasted)}→${words(printed)}}`;
    })
    .join(' ');

const cost = (hunks: readonly Hunk[]): number =>
  hunks.reduce(
    (sum, { same, printed, pasted }) => sum + (same ? 0 : Math.max(printed.length, pasted.length)),
    0,
  );

/** The fewest words to change, put in or leave out, by trying every stretch of the printed words. */
function fewest(printed: readonly string[], pasted: readonly string[]): number {
  let best = Infinity;
  for (let from = 0; from <= printed.length; from += 1) {
    let row = Array.from({ length: pasted.length + 1 }, (_, n) => n);
    best = Math.min(best, row[pasted.length] ?? Infinity);
    for (let at = from; at < printed.length; at += 1) {
      const next = [(row[0] ?? 0) + 1];
      for (let n = 1; n <= pasted.length; n += 1)
        next.push(
          Math.min(
            (row[n - 1] ?? 0) + Number(printed[at] !== pasted[n - 1]),
            (row[n] ?? 0) + 1,
            (next[n - 1] ?? 0) + 1,
          ),
        );
      row = next;
      best = Math.min(best, row[pasted.length] ?? Infinity);
    }
  }
  return best;
}

describe('the alignment of pasted with printed words', () => {
  it.each([
    [
      'so we would be incapable of it now',
      'they would be unable of it',
      '{they→we} would be {unable→incapable} of it',
    ],
    ['we are not ready', 'we are ready', 'we are {→not} ready'],
    ['we are ready', 'we are not ready', 'we are {not→} ready'],
    ['However, we are ready', 'However we are ready', 'however {→,} we are ready'],
    [
      'to build bridges between us and between them',
      'bridges between us and them',
      'bridges between us and {→between} them',
    ],
    ['would never — and we would be there', 'we would be there', 'we would be there'],
  ])('in “%s” of “%s”', (printed, pasted, expected) => {
    expect(shown(align(printed, pasted))).toBe(expected);
  });

  it('lets an ellipsis stand for any printed words', () => {
    const hunks = align('we hope for it and we will be there', 'we hope … will be here');
    expect(
      hunks.filter(({ isLeftOut }) => isLeftOut).flatMap(({ printed }) => printed),
    ).toHaveLength(4);
    expect(hunks.filter(({ same, isLeftOut }) => !same && !isLeftOut)).toHaveLength(1);
  });

  it('changes as few words as can be, and gives both texts back whole', () => {
    const text = (maxLength: number): fc.Arbitrary<string[]> =>
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength });
    fc.assert(
      fc.property(text(14), text(7), (printed, pasted) => {
        const hunks = align(printed.join(' '), pasted.join(' '));
        const least = fewest(printed, pasted);
        expect(cost(hunks)).toBe(least);
        expect(hunks.flatMap((hunk) => hunk.pasted.map((each) => each.text))).toEqual(pasted);
        const kept = hunks.flatMap((hunk) => hunk.printed.map((each) => each.text));
        expect(` ${printed.join(' ')} `).toContain(kept.length === 0 ? '' : ` ${kept.join(' ')} `);
      }),
    );
  });
});
