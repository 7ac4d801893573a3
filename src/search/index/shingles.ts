import { tokenize } from './terms.js';

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
  return shinglesOfWords(tokenize(text).map(({ word }) => hashWord(word)));
}

/** The same from the hashes of the text's words, in order. */
export function shinglesOfWords(hashes: readonly number[]): Shingles {
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

/**
 * A sketch of a text: its runs parted into so many bins, of each bin the least. Li, Owen and Zhang, "One permutation
 * hashing" (2012); an empty bin takes over from the next full one (Shrivastava and Li, 2014).
 */
export const BINS = 126;
/** Below this many runs a text is too short to tell a copy from chance. */
const FEWEST_RUNS = 12;

/** Empty for a text too short. Of two sketches the share of equal bins is, about, the resemblance of the texts. */
export function sketchOf(shingles: Shingles): Uint32Array {
  if (shingles.size < FEWEST_RUNS) return new Uint32Array();
  const least = Array.from({ length: BINS }, () => Infinity);
  for (const run of shingles) {
    const bin = run % BINS;
    const value = mix(run ^ 0x5bd1e995);
    if (value < (least[bin] ?? Infinity)) least[bin] = value;
  }
  return Uint32Array.from(least, (value, bin) => {
    let from = bin;
    while (least[from] === Infinity) from = (from + 1) % BINS;
    // Taken over from another distance, the same value counts as another.
    return from === bin ? value : mix((least[from] ?? 0) + ((from - bin + BINS) % BINS));
  });
}

/** The sketch in bands of so many bins, each as one number: texts that agree in one are worth comparing. */
export function bandsOf(sketch: Uint32Array, rows: number): number[] {
  const bands: number[] = [];
  for (let at = 0; at < sketch.length; at += rows) {
    let band = at;
    for (let row = at; row < at + rows; row += 1)
      band = mix(Math.imul(band, 31) ^ (sketch[row] ?? 0));
    bands.push(band);
  }
  return bands;
}

/** FNV-1a over the UTF-16 units. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last steps of MurmurHash3: every bit of the outcome hangs on every bit of the number. */
function mix(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
