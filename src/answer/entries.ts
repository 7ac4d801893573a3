import type { Passage } from '../corpus/article/article.js';

/** How many passages an answer cites unless it is told otherwise, and how many entries: what is read on deadline. */
export const DEFAULT_LIMIT = 3;

/** Passages of one entry. More than these in a row are a story, which stands behind any of them. */
const MOST = 4;

interface Ranked {
  readonly passage: Passage;
}

/**
 * Parts what ranks best into entries, each of which is read as one. Passages right beside one another in an article are
 * one entry, in the order of the file, where the best of them ranks: three entries are three findings.
 *
 * It is done a page at a time, and a page is as many of the best as make its entries, so that nothing far down comes up
 * because of its place.
 */
export function intoEntries<T extends Ranked>(ranked: readonly T[]): T[][] {
  const entries: T[][] = [];
  let page: T[][] = [];
  const turnPage = (): void => {
    entries.push(...page);
    page = [];
  };
  for (const hit of ranked) {
    const beside = page.filter((entry) => entry.some((other) => isBeside(hit, other)));
    const joined = [...beside.flat(), hit];
    if (beside.length > 0 && joined.length <= MOST)
      page = page.flatMap((entry) =>
        entry === beside[0] ? [joined] : beside.includes(entry) ? [] : [entry],
      );
    else {
      if (page.length === DEFAULT_LIMIT) turnPage();
      page.push([hit]);
    }
  }
  turnPage();
  return entries.map((entry) => entry.toSorted((a, b) => a.passage.id - b.passage.id));
}

function isBeside({ passage: one }: Ranked, { passage: other }: Ranked): boolean {
  return one.article === other.article && Math.abs(one.id - other.id) === 1;
}
