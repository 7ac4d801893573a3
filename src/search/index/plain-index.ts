import MiniSearch from 'minisearch';
import { type Passage, passageText } from '../../corpus/article/article.js';

/** What our own ranking and speed are measured against. */
export interface PlainIndex {
  /** Every passage that holds one of the question's words, stop words too, best first. */
  search(question: string): Passage[];
}

/**
 * MiniSearch 7.2 as it comes, over the same passages: nothing is set but the names of its two fields. The whole
 * question is the query, any word of it may match.
 */
export function createPlainIndex(passages: readonly Passage[]): PlainIndex {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
  });
  for (const passage of passages) {
    const { article, headings, id } = passage;
    const above = headings.map(({ start, end }) => article.text.slice(start, end));
    const text = [...above, passageText(passage)].join('\n');
    index.add({ id, title: article.title ?? '', text });
  }
  return {
    search: (question) => index.search(question).flatMap(({ id }) => passages[Number(id)] ?? []),
  };
}
