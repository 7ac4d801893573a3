import { doAtOnce } from '../../src/corpus/slices.js';
import type { Passage } from '../../src/corpus/article/article.js';
import { createMiniSearchIndex } from '../../src/search/index/minisearch-index.js';
import { createOutletReader } from '../../src/search/question/outlets-in-question.js';
import { parseQuestion } from '../../src/search/question/question.js';
import {
  type Reader,
  type Reading,
  readQuestion,
} from '../../src/search/question/read-question.js';
import { createSynonyms } from '../../src/search/question/synonyms.js';
import { type Hit, rank } from '../../src/search/rank.js';
import { spread } from '../../src/search/spread.js';
import { passagesOf } from './article.js';

/** How an archive of these texts, and of no outlet, understands a question. */
export function readAgainst(
  texts: readonly string[],
  question: string,
  groups: readonly (readonly string[])[] = [],
): { reading: Reading; vocabulary: Reader['vocabulary'] } {
  const { vocabulary } = createMiniSearchIndex(passagesOf(...texts));
  const reader = {
    vocabulary,
    readOutlets: createOutletReader([]),
    synonyms: createSynonyms(groups),
  };
  return { reading: readQuestion(parseQuestion(question), reader), vocabulary };
}

/** The passages that hold a word of the question, in the order in which they would be shown. */
export function rankPassages(
  passages: readonly Passage[],
  question: string,
  groups: readonly (readonly string[])[] = [],
): Hit[] {
  const index = createMiniSearchIndex(passages);
  const { vocabulary } = index;
  const reading = readQuestion(parseQuestion(question), {
    vocabulary,
    readOutlets: createOutletReader(passages.map(({ article }) => article)),
    synonyms: createSynonyms(groups),
  });
  const finding = reading.words.flatMap((word) => word.terms);
  const ranked = rank(doAtOnce(index.search({ finding, adding: [] }, null)), reading, vocabulary);
  return spread(ranked, reading);
}
