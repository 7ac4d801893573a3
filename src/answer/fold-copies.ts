import { passageText, type Passage } from '../corpus/passage.js';
import type { Hit } from '../search/rank.js';
import { tokenize } from '../search/terms.js';

/** A hit with the passages of other files that carry the same text. */
export interface FoldedHit extends Hit {
  readonly copies: readonly Passage[];
}

/** Words in a run. Broder, "On the resemblance and containment of documents" (1997): texts are compared by their runs. */
const SHINGLE = 3;
/** The share of runs two texts must have in common to count as one. */
const SAME = 0.8;
/** A sentence fragment may stand in two articles by chance. */
const SHORTEST = 8;

/** Shows a text once, where it ranks best, however many files carry it, so that copies are not taken for corroboration. */
export function foldCopies(hits: readonly Hit[]): FoldedHit[] {
  const kept: { hit: Hit; copies: Passage[]; runs: ReadonlySet<string> }[] = [];
  const keptWith = new Map<string, typeof kept>();
  for (const hit of hits) {
    const runs = shingles(passageText(hit.passage));
    const common = new Map<(typeof kept)[number], number>();
    for (const run of runs)
      for (const other of keptWith.get(run) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    const original = [...common].find(
      ([other, shared]) =>
        shared / (runs.size + other.runs.size - shared) >= SAME &&
        other.hit.passage.article !== hit.passage.article,
    )?.[0];
    if (original) {
      original.copies.push(hit.passage);
      continue;
    }
    const entry = { hit, copies: [], runs };
    kept.push(entry);
    for (const run of runs) keptWith.set(run, [...(keptWith.get(run) ?? []), entry]);
  }
  return kept.map(({ hit, copies }) => ({ ...hit, copies }));
}

function shingles(text: string): Set<string> {
  const words = tokenize(text).map(({ word }) => word);
  const runs = new Set<string>();
  if (words.length < SHORTEST) return runs;
  for (let at = 0; at + SHINGLE <= words.length; at += 1)
    runs.add(words.slice(at, at + SHINGLE).join(' '));
  return runs;
}
