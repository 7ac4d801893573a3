import type { Article } from '../corpus/article.js';
import type { Work } from '../corpus/slices.js';
import { mix, resemblance, shinglesOf, type Shingles } from './shingles.js';

/** Which articles carry one text: a wire story in seven outlets, an updated version. */
export interface Copies {
  /** The article and those that carry its text, in the order of their files; the article alone where none does. */
  groupOf(article: Article): readonly Article[];
}

/** Finds the groups among articles. What was found out about an article is kept for as long as the article is. */
export interface CopyFinder {
  group(articles: readonly Article[]): Work<Copies>;
}

/** Two articles with half of their runs of words in common are one text. */
const SAME_TEXT = 0.5;
/**
 * A sketch of a text: of its runs, parted into so many bins, the least of each bin. Li, Owen and Zhang, "One
 * permutation hashing" (2012); an empty bin takes over from the next full one (Shrivastava and Li, 2014).
 */
const BINS = 126;
/**
 * Rows in a band. Texts that agree in a whole band of their sketches are compared (locality-sensitive hashing, Indyk
 * and Motwani, 1998): with three rows, of two texts that share half their runs 996 in 1,000 are.
 */
const ROWS = 3;
/** Of texts that agree in a band, only so many are compared with: a thousand alike would cost a million comparisons. */
const KEPT = 4;
/** Below this many runs a text is too short to tell a copy from chance. */
const FEWEST_RUNS = 12;

export function createCopyFinder(): CopyFinder {
  const sketches = new WeakMap<Article, readonly number[]>();
  const compared = new WeakMap<Article, WeakMap<Article, boolean>>();

  function bandsOf(article: Article): readonly number[] {
    let bands = sketches.get(article);
    if (bands === undefined) {
      bands = bandsOfSketch(shinglesOf(bodyOf(article)));
      sketches.set(article, bands);
    }
    return bands;
  }

  /** Answers the same whichever comes first. */
  function areCopies(one: Article, other: Article, shinglesOfOther: () => Shingles): boolean {
    let known = compared.get(one);
    if (known === undefined) compared.set(one, (known = new WeakMap()));
    let same = known.get(other);
    if (same === undefined) {
      same = resemblance(shinglesOf(bodyOf(one)), shinglesOfOther()) >= SAME_TEXT;
      known.set(other, same);
    }
    return same;
  }

  return {
    *group(articles) {
      /** By the first article of a group, in the order of the files: all others are held against that one. */
      const groups = new Map<Article, Article[]>();
      const leaders = new Map<number, Article[]>();
      for (const article of articles) {
        const bands = bandsOf(article);
        const alike = new Map<Article, number>();
        for (const band of bands)
          for (const leader of leaders.get(band) ?? [])
            alike.set(leader, (alike.get(leader) ?? 0) + 1);
        const shingles = once(() => shinglesOf(bodyOf(article)));
        const leader = [...alike]
          .toSorted(([, a], [, b]) => b - a)
          .slice(0, KEPT)
          .find(([other]) => areCopies(other, article, shingles))?.[0];
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
    },
  };
}

/** The article from its first paragraph to its last: front matter is not its text. */
function bodyOf({ text, paragraphs }: Article): string {
  return text.slice(paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? 0);
}

/** The bands of a text's sketch, each as one number; none for a text too short. */
function bandsOfSketch(shingles: Shingles): readonly number[] {
  if (shingles.size < FEWEST_RUNS) return [];
  const least = new Array<number>(BINS).fill(Infinity);
  for (const run of shingles) {
    const bin = run % BINS;
    const value = mix(run ^ 0x5bd1e995);
    if (value < (least[bin] ?? Infinity)) least[bin] = value;
  }
  const filled = least.map((value, bin) => {
    let from = bin;
    while (least[from] === Infinity) from = (from + 1) % BINS;
    // Taken over from another distance, the same value counts as another.
    return from === bin ? value : mix((least[from] ?? 0) + ((from - bin + BINS) % BINS));
  });
  const bands: number[] = [];
  for (let at = 0; at < BINS; at += ROWS) {
    let band = at;
    for (const value of filled.slice(at, at + ROWS)) band = mix(Math.imul(band, 31) ^ value);
    bands.push(band);
  }
  return bands;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
