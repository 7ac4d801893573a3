import { stem, tokenize } from '../index/terms.js';

/** Words that mean the same, as the archive's keeper lists them. */
export interface Synonyms {
  /** The other words of a word's groups, as they are compared; endings of the asked word do not matter. */
  of(word: string): readonly string[];
}

/** From groups of single words; a word may stand in several groups. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const others = new Map<string, Set<string>>();
  for (const group of groups) {
    const words = group.flatMap((entry) => tokenize(entry).map(({ word }) => word));
    for (const word of words) {
      const same = others.get(stem(word)) ?? new Set<string>();
      for (const other of words) if (stem(other) !== stem(word)) same.add(other);
      others.set(stem(word), same);
    }
  }
  return { of: (word) => [...(others.get(stem(word)) ?? [])] };
}
