import { tokenize } from '../search/terms.js';

/**
 * A text by its runs of words, each as a 32-bit number: Broder, "On the resemblance and containment of documents"
 * (1997). Case, accents and punctuation do not count.
 */
export type Shingles = ReadonlySet<number>;

/** Words in a run. */
const RUN = 3;
/** A fragment of fewer words may stand in two articles by chance: it has no runs. */
const SHORTEST = 8;

export function shinglesOf(text: string): Shingles {
  const hashes = tokenize(text).map(({ word }) => hashWord(word));
  const runs = new Set<number>();
  if (hashes.length < SHORTEST) return runs;
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let run = 0;
    for (let next = at; next < at + RUN; next += 1)
      run = Math.imul(run ^ (hashes[next] ?? 0), 0x9e3779b1) ^ (run >>> 15);
    runs.add(mix(run));
  }
  return runs;
}

/** The share of the runs of both that they have in common, from 0 to 1; 0 where there are none. */
export function resemblance(one: Shingles, other: Shingles): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const run of fewer) if (more.has(run)) common += 1;
  return common / (one.size + other.size - common || 1);
}

/** FNV-1a over the UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last steps of MurmurHash3: every bit of the outcome hangs on every bit of the number. */
export function mix(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
