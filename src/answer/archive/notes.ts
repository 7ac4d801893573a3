import { type Passage, problemsOf } from '../../corpus/article/article.js';
import { tokenize } from '../../search/index/terms.js';

/** Who is named in the notes of the archive's keeper, on which passages. A withdrawn article's are not shown. */
export interface Notes {
  has(name: string): boolean;
  /** The passages whose notes name one of these; those with more of them first, then as the archive has them. */
  naming(names: readonly string[]): Passage[];
}

const CAPITAL = /^\p{Lu}/u;
/** A capital there is no sign of a name. */
const SENTENCE_BEGINS = /(?:^|[.!?:]["”’)]?)\s*$/u;

export function createNotes(passages: readonly Passage[]): Notes {
  const noted = new Map<string, Set<Passage>>();
  for (const passage of passages.filter(({ article }) => article.withdrawn === null))
    for (const { note } of problemsOf(passage.article, passage.paragraph.number))
      for (const { word, start } of tokenize(note))
        if (CAPITAL.test(note.slice(start)) && !SENTENCE_BEGINS.test(note.slice(0, start))) {
          const there = noted.get(word);
          if (there === undefined) noted.set(word, new Set([passage]));
          else there.add(passage);
        }
  return {
    has: (name) => noted.has(name),
    naming(names) {
      const counts = new Map<Passage, number>();
      for (const name of names)
        for (const passage of noted.get(name) ?? [])
          counts.set(passage, (counts.get(passage) ?? 0) + 1);
      return [...counts]
        .toSorted(([one, few], [other, many]) => many - few || one.id - other.id)
        .map(([passage]) => passage);
    },
  };
}
