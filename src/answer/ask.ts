import { type Article, passageText, problemsOf } from '../corpus/article/article.js';
import { isFrom } from '../search/filter-passages.js';
import { readQuestion, type Reading, type ReadWord } from '../search/question/read-question.js';
import { rank } from '../search/rank.js';
import { spread } from '../search/spread.js';
import { type Answer, type Citation, shift, type Span } from './answer.js';
import type { View } from './archive/view.js';
import { type Copies, foldCopies, type FoldedHit } from './copies.js';
import { cutCitation, findWords, type Recognise } from './cut-citation.js';
import { findCandidates } from './find-candidates.js';
import { judgeAnswer } from './judge-answer.js';
import { readThread } from './read-thread.js';

/** How many passages an answer cites unless it is told otherwise: what a reporter reads on deadline. */
export const DEFAULT_LIMIT = 3;
export const MAX_LIMIT = 100;

export interface AskOptions {
  /** How many citations, 1 to 100; 3 unless given. */
  readonly limit?: number | undefined;
  /** How many of the best passages to pass over, for "More". */
  readonly skip?: number | undefined;
  /** The questions asked before in the same thread, oldest first: a follow-up is read with them. */
  readonly thread?: readonly string[] | undefined;
  /** Only passages of these articles count. */
  readonly within?: ReadonlySet<Article> | undefined;
}

/**
 * Answers a question from the archive as it is seen now. Same question, same thread, same view: same answer.
 * @throws QuestionError when the question cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export function askView(view: View, input: string, options: AskOptions = {}): Answer {
  const { limit = DEFAULT_LIMIT, skip = 0 } = options;
  expectLimit(limit);
  const found = findHits(view, input, options);
  return {
    ...found.answer,
    citations: found.hits.slice(skip, skip + limit).map((hit) => found.cite(hit)),
    skipped: Math.min(skip, found.hits.length),
  };
}

/** @throws RangeError for a limit outside 1 to 100 */
export function expectLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_LIMIT}`);
}

/** What a question finds, before any of it is cited. */
export interface Found {
  /** Without citations yet. */
  readonly answer: Answer;
  readonly reading: Reading;
  /** What is worth citing, best first; a text that several files carry stands there once. */
  readonly hits: readonly FoldedHit[];
  /** Cuts about `length` characters out of a hit: its best sentences. */
  readonly cite: (hit: FoldedHit, length?: number) => Citation;
  /** Where the words of the question stand in a text. */
  readonly mark: (text: string) => Span[];
}

/** @throws QuestionError when the question cannot be read */
export function findHits(
  view: View,
  input: string,
  { thread = [], within }: Pick<AskOptions, 'thread' | 'within'> = {},
): Found {
  const { question, focus, readAs } = readThread(thread, input);
  const { vocabulary } = view.index;
  const reading = readQuestion(question, view.reader);
  const { candidates, undated } = findCandidates(view, question, reading, focus, within);
  const ranked = spread(rank(candidates, reading, vocabulary), reading);
  const { status, missing } = judgeAnswer(ranked, reading, focus, vocabulary);
  const hits = status === 'nothing' ? [] : foldCopies(ranked, view.copies);
  const asked = new Map<string, ReadWord>();
  for (const word of reading.words)
    for (const { term } of word.terms) if (!asked.has(term)) asked.set(term, word);
  const recognise: Recognise = (word) => asked.get(vocabulary.termOf(word));
  const answer: Answer = {
    question,
    thread: readAs === null ? [] : thread,
    readAs,
    status,
    missing,
    total: status === 'nothing' ? 0 : candidates.length - (ranked.length - hits.length),
    reachable: hits.length,
    citations: [],
    skipped: 0,
    corrected: reading.words.flatMap(({ surface, takenFor }) =>
      takenFor === null ? [] : [{ typed: surface, as: takenFor }],
    ),
    nearest: reading.words.flatMap(({ word, terms }) =>
      terms.length === 0 ? vocabulary.nearest(word, 3) : [],
    ),
    undated,
    unknownSources: question.filters.from.filter(
      (source) => !view.articles.some((article) => isFrom(article, source)),
    ),
    searched: view.freshness,
  };
  return {
    answer,
    reading,
    hits,
    cite: (hit, length) => cite(hit, recognise, view.copies, length),
    mark: (text) => findWords(text, recognise).map(({ start, end }) => ({ start, end })),
  };
}

function cite(
  { passage, score, signals, matched, copies }: FoldedHit,
  recognise: Recognise,
  groups: Copies,
  length?: number,
): Citation {
  const { article, paragraph } = passage;
  const cut = cutCitation(passageText(passage), recognise, length);
  const { start, end } = shift(cut, paragraph.start);
  return {
    passage,
    start,
    end,
    text: article.text.slice(start, end),
    marks: cut.marks.map((mark) => shift(mark, paragraph.start)),
    problems: problemsOf(article, paragraph.number),
    score: Math.round(score * 1000) / 1000,
    why: { matched: [...matched], signals },
    copies,
    sameText: groups.groupOf(article).filter((other) => other !== article),
    insideSentence: cut.insideSentence,
  };
}
