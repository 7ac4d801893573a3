import { type Passage, passageText } from '../corpus/article/article.js';
import { resemblance, type Shingles, shinglesOf } from '../search/index/shingles.js';
import { tokenize } from '../search/index/terms.js';
import type { Hit } from '../search/rank.js';
import type { Copies } from './archive/copy-finder.js';

/** A hit with the passages of other files that carry the same text. */
export interface FoldedHit extends Hit {
  readonly copies: readonly Passage[];
}

/** The share of runs of words two passages must have in common to count as one. */
const SAME_PASSAGE = 0.8;

/**
 * Shows a text once, where it ranks best, however many files carry it, so that copies are not taken for
 * corroboration. Of the copies one that stands is shown rather than one that was withdrawn.
 */
export function foldCopies(hits: readonly Hit[], groups: Copies): FoldedHit[] {
  const kept: { hit: Hit; copies: Passage[]; shingles: Shingles }[] = [];
  const keptWith = new Map<number, typeof kept>();
  /** Passages too short for runs are one only when they are the same, in copies of one article. */
  const keptShort = new Map<string, (typeof kept)[number]>();
  for (const hit of hits) {
    const shingles = shinglesOf(passageText(hit.passage));
    const alike = new Set([...shingles].flatMap((run) => keptWith.get(run) ?? []));
    const short = shingles.size === 0 ? shortKey(hit.passage, groups) : null;
    const inShort = short === null ? undefined : keptShort.get(short);
    const original = [...alike, ...(inShort ? [inShort] : [])].find(
      (other) =>
        other.hit.passage.article !== hit.passage.article &&
        (other === inShort || resemblance(shingles, other.shingles) >= SAME_PASSAGE),
    );
    if (original === undefined) {
      const entry = { hit, copies: [], shingles };
      kept.push(entry);
      if (short !== null && inShort === undefined) keptShort.set(short, entry);
      for (const run of shingles) keptWith.set(run, [...(keptWith.get(run) ?? []), entry]);
    } else if (isWithdrawn(original.hit) && !isWithdrawn(hit)) {
      original.copies.push(original.hit.passage);
      original.hit = hit;
    } else original.copies.push(hit.passage);
  }
  return kept.map(({ hit, copies }) => ({ ...hit, copies }));
}

function shortKey(passage: Passage, groups: Copies): string {
  const [first] = groups.groupOf(passage.article);
  return `${first?.file}\n${tokenize(passageText(passage))
    .map(({ word }) => word)
    .join(' ')}`;
}

function isWithdrawn({ passage }: Hit): boolean {
  return passage.article.withdrawn !== null;
}
