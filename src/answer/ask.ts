import { problemsOf } from '../corpus/article.js';
import { passageText } from '../corpus/passage.js';
import { holdsPhrases, isFrom, judgeDate } from '../search/filter-passages.js';
import { parseQuestion, type Question } from '../search/question.js';
import { rank, type Hit } from '../search/rank.js';
import { readQuestion, type ReadWord } from '../search/read-question.js';
import type { Answer, Citation } from './answer.js';
import { cutCitation, type Recognise } from './cut-citation.js';
import { judgeAnswer } from './judge-answer.js';
import type { View } from './view.js';

/** How many passages an answer cites unless it is told otherwise: what a reporter reads on deadline. */
export const DEFAULT_LIMIT = 3;
export const MAX_LIMIT = 100;

export interface AskOptions {
  /** How many citations, 1 to 100; 3 unless given. */
  readonly limit?: number | undefined;
  /** How many of the best passages to pass over, for "More". */
  readonly skip?: number | undefined;
}

/**
 * Answers a question from the archive as it is seen now. Same question, same view, same answer.
 * @throws QuestionError when the question cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export function askView(view: View, input: string, options: AskOptions = {}): Answer {
  const { limit = DEFAULT_LIMIT, skip = 0 } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_LIMIT}`);
  const question = parseQuestion(input);
  const { vocabulary } = view.index;
  const words = readQuestion(question, vocabulary);
  const { hits, undated } = findPassages(view, question, words);
  const { status, missing } = judgeAnswer(hits, words, vocabulary);
  const recognise = recogniser(words, (word) => vocabulary.termOf(word));
  const cited = status === 'nothing' ? [] : hits;
  return {
    question,
    status,
    missing,
    total: cited.length,
    citations: cited.slice(skip, skip + limit).map((hit) => cite(hit, recognise)),
    skipped: Math.min(skip, cited.length),
    takenFor: words.flatMap(({ surface, takenFor }) =>
      takenFor === null ? [] : [{ typed: surface, as: takenFor }],
    ),
    nearest: words.flatMap(({ word, terms }) =>
      terms.length === 0 ? vocabulary.nearest(word, 3) : [],
    ),
    undated,
    unknownSources: question.filters.from.filter(
      (source) => !view.articles.some((article) => isFrom(article, source)),
    ),
    searched: view.freshness,
  };
}

function findPassages(
  view: View,
  question: Question,
  words: readonly ReadWord[],
): { hits: Hit[]; undated: number } {
  const { filters } = question;
  const verdicts = new Map(
    view.articles.map((article) => {
      const wanted =
        filters.from.length === 0 || filters.from.some((source) => isFrom(article, source));
      return [article, wanted ? judgeDate(article, filters) : 'out'] as const;
    }),
  );
  let undated = 0;
  const candidates = view.index.search(
    words.flatMap(({ terms }) => terms),
    (passage) => {
      const verdict = verdicts.get(passage.article) ?? 'out';
      if (verdict === 'out' || !holdsPhrases(passage, question)) return false;
      if (verdict === 'undated') undated += 1;
      return verdict === 'in';
    },
  );
  return { hits: rank(candidates, words, view.index.vocabulary), undated };
}

function recogniser(words: readonly ReadWord[], termOf: (word: string) => string): Recognise {
  const asked = new Map<string, ReadWord>();
  for (const word of words)
    for (const { term } of word.terms) if (!asked.has(term)) asked.set(term, word);
  return (word) => asked.get(termOf(word));
}

function cite({ passage, score }: Hit, recognise: Recognise): Citation {
  const { article, paragraph } = passage;
  const cut = cutCitation(passageText(passage), recognise);
  const start = paragraph.start + cut.start;
  const end = paragraph.start + cut.end;
  return {
    passage,
    start,
    end,
    text: article.text.slice(start, end),
    marks: cut.marks.map((mark) => ({
      start: paragraph.start + mark.start,
      end: paragraph.start + mark.end,
    })),
    problems: problemsOf(article, paragraph.number),
    score: Math.round(score * 1000) / 1000,
    insideSentence: cut.insideSentence,
  };
}
