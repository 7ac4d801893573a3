import { problemsOf } from '../corpus/article.js';
import { passageText, type Passage } from '../corpus/passage.js';
import { holdsPhrases, isFrom, judgeDate } from '../search/filter-passages.js';
import type { Candidate } from '../search/passage-index.js';
import type { Question } from '../search/question.js';
import { rank } from '../search/rank.js';
import { readQuestion } from '../search/read-question.js';
import type { Reading, ReadTerm, ReadWord } from '../search/reading.js';
import type { Answer, Citation, Span } from './answer.js';
import { cutCitation, findWords, type Recognise } from './cut-citation.js';
import { foldCopies, type FoldedHit } from './fold-copies.js';
import { judgeAnswer } from './judge-answer.js';
import { readThread } from './read-thread.js';
import type { View } from './view.js';

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
}

/**
 * Answers a question from the archive as it is seen now. Same question, same thread, same view: same answer.
 * @throws QuestionError when the question cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export function askView(view: View, input: string, options: AskOptions = {}): Answer {
  const { limit = DEFAULT_LIMIT, skip = 0, thread = [] } = options;
  expectLimit(limit);
  const found = findHits(view, input, thread);
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
export function findHits(view: View, input: string, thread: readonly string[] = []): Found {
  const { question, focus, readAs } = readThread(thread, input);
  const { vocabulary } = view.index;
  const reading = readQuestion(question, view.reader);
  const { candidates, undated } = findCandidates(view, question, reading, focus);
  const ranked = rank(candidates, reading, vocabulary);
  const { status, missing } = judgeAnswer(ranked, reading, focus, vocabulary);
  const hits = status === 'nothing' ? [] : foldCopies(ranked);
  const recognise = recogniser(reading.words, (word) => vocabulary.termOf(word));
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
    takenFor: reading.words.flatMap(({ surface, takenFor }) =>
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
    cite: (hit, length) => cite(hit, recognise, length),
    mark: (text) => findWords(text, recognise).map(({ start, end }) => ({ start, end })),
  };
}

/** The passages that hold a word of the question and pass its filters; of a follow-up, one of its own words. */
function findCandidates(
  view: View,
  question: Question,
  reading: Reading,
  focus: readonly string[],
): { candidates: Candidate[]; undated: number } {
  const { filters } = question;
  const about = focusPassages(view, reading, focus);
  const terms = searchedTerms(reading.words);
  if (about === null && !restricts(question))
    return { candidates: view.index.search(terms, null), undated: 0 };
  const verdicts = new Map(
    view.articles.map((article) => {
      const wanted =
        filters.from.length === 0 || filters.from.some((source) => isFrom(article, source));
      return [article, wanted ? judgeDate(article, filters) : 'out'] as const;
    }),
  );
  let undated = 0;
  const candidates = view.index.search(terms, (passage) => {
    const verdict = verdicts.get(passage.article) ?? 'out';
    if (verdict === 'out' || about?.has(passage) === false) return false;
    if (!holdsPhrases(passage, question)) return false;
    if (verdict === 'undated') undated += 1;
    return verdict === 'in';
  });
  return { candidates, undated };
}

/** Whether anything but words says which passages count. */
function restricts({ filters, phrases, phrasesBind, without }: Question): boolean {
  const { from, since, before } = filters;
  return (
    from.length > 0 ||
    since !== null ||
    before !== null ||
    without.length > 0 ||
    (phrasesBind && phrases.length > 0)
  );
}

/**
 * The terms that find candidates; the ranking then counts every word, its kin and its synonyms. A long question has
 * words enough: its rarest find, each by itself, what rises to the top, and every further term costs time on each
 * passage that holds it.
 */
function searchedTerms(words: readonly ReadWord[]): readonly ReadTerm[] {
  if (words.length <= SHORT_QUESTION) return words.flatMap(({ terms }) => terms);
  return words
    .filter(({ terms }) => terms.length > 0)
    .toSorted((a, b) => b.idf - a.idf || (a.word < b.word ? -1 : 1))
    .slice(0, SEARCHED_WORDS)
    .flatMap(({ terms }) => terms.slice(0, 1));
}

const SHORT_QUESTION = 8;
const SEARCHED_WORDS = 20;

/** The passages a follow-up is about; `null` when it names no subject of its own. */
function focusPassages(
  view: View,
  { words }: Reading,
  focus: readonly string[],
): Set<Passage> | null {
  if (focus.length === 0) return null;
  const terms = words.filter(({ word }) => focus.includes(word)).flatMap((word) => word.terms);
  return new Set(view.index.search(terms, null).map(({ passage }) => passage));
}

function recogniser(words: readonly ReadWord[], termOf: (word: string) => string): Recognise {
  const asked = new Map<string, ReadWord>();
  for (const word of words)
    for (const { term } of word.terms) if (!asked.has(term)) asked.set(term, word);
  return (word) => asked.get(termOf(word));
}

function cite(
  { passage, score, signals, matched, copies }: FoldedHit,
  recognise: Recognise,
  length?: number,
): Citation {
  const { article, paragraph } = passage;
  const cut = cutCitation(passageText(passage), recognise, length);
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
    why: { matched: [...matched], signals },
    copies,
    insideSentence: cut.insideSentence,
  };
}
