import { type Article, type Passage, passageText } from '../corpus/article/article.js';
import type { Work } from '../corpus/slices.js';
import { bandsOf, resemblance, type Shingles, shinglesOf } from '../search/index/shingles.js';
import { tokenize } from '../search/index/terms.js';
import type { Hit } from '../search/rank.js';

/** Which articles carry one text: a wire story in seven outlets, an updated version. */
export interface Copies {
  /** The article and those that carry its text, in the order of their files; the article alone where none does. */
  groupOf(article: Article): readonly Article[];
}

/**
 * Two articles that have half of their runs of words in common are one text. The sketches tell that to some four
 * hundredths: of texts that share a third, one in ten thousand is taken for a copy.
 */
const SAME_TEXT = 0.5;
/**
 * Bins in a band. Texts that agree in a whole band of their sketches are compared (locality-sensitive hashing, Indyk
 * and Motwani, 1998): with three, of texts that share half their runs 996 in 1,000 are.
 */
const ROWS = 3;
/** Of texts that agree in a band, only so many are compared with: a thousand alike would else cost a million looks. */
const KEPT = 4;

/** Finds the groups among articles, a step at a time. `sketchOf` gives each article's, see there. */
export function* findCopies(
  articles: readonly Article[],
  sketchOf: (article: Article) => Uint32Array,
): Work<Copies> {
  /** By the first article of a group, in the order of the files: all others are held against that one. */
  const groups = new Map<Article, Article[]>();
  const leaders = new Map<number, Article[]>();
  for (const article of articles) {
    const sketch = sketchOf(article);
    const bands = bandsOf(sketch, ROWS);
    const alike = new Set<Article>();
    for (const band of bands) for (const leader of leaders.get(band) ?? []) alike.add(leader);
    const leader = [...alike]
      .map((other) => ({ other, likeness: likeness(sketch, sketchOf(other)) }))
      .filter((each) => each.likeness >= SAME_TEXT)
      // The sort keeps the order of those that are equal: that of the files.
      .toSorted((a, b) => b.likeness - a.likeness)[0]?.other;
    if (leader === undefined) {
      groups.set(article, [article]);
      for (const band of bands) {
        const there = leaders.get(band);
        if (there === undefined) leaders.set(band, [article]);
        else if (there.length < KEPT) there.push(article);
      }
    } else groups.get(leader)?.push(article);
    yield;
  }
  const groupOf = new Map<Article, readonly Article[]>();
  for (const group of groups.values())
    if (group.length > 1) for (const article of group) groupOf.set(article, group);
  return { groupOf: (article) => groupOf.get(article) ?? [article] };
}

/** The share of bins that are equal. */
function likeness(one: Uint32Array, other: Uint32Array): number {
  let equal = 0;
  for (let bin = 0; bin < one.length; bin += 1) if (one[bin] === other[bin]) equal += 1;
  return equal / (one.length || 1);
}

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
