import { type Article, type Passage, passageText } from '../corpus/article/article.js';
import type { Work } from '../corpus/slices.js';
import { isFrom } from '../search/filter-passages.js';
import type { Question } from '../search/question/question.js';
import { readQuestion, type Reading, type ReadWord } from '../search/question/read-question.js';
import { deferFaulty } from '../search/defer-faulty.js';
import type { Vocabulary } from '../search/index/vocabulary.js';
import { type Hit, NO_SIGNALS, rank } from '../search/rank.js';
import { spread } from '../search/spread.js';
import { type Answer, type Citation, excerptOf, type Lacking, shift, type Span } from './answer.js';
import type { View } from './archive/view.js';
import { type Copies, foldCopies, type FoldedHit } from './copies.js';
import { cutCitation, findWords, type Recognise } from './cut-citation.js';
import { findCandidates, restricts } from './find-candidates.js';
import { judgeAnswer, lackingIn } from './judge-answer.js';

/** What a question finds, before any of it is cited. */
export interface Found {
  /** Without citations yet. */
  readonly answer: Answer;
  readonly reading: Reading;
  /** What is worth citing, best first; a text that several files carry stands there once. */
  readonly hits: readonly FoldedHit[];
  /** Cuts about `length` characters out of a hit: its best sentences. */
  readonly cite: (hit: FoldedHit, length?: number) => Citation;
  /** What to say of the question's words beside these of the hits. */
  readonly lackingIn: (shown: readonly FoldedHit[]) => Lacking;
  /** Where the words of the question stand in a text. */
  readonly mark: (text: string) => Span[];
}

export interface FindOptions {
  /** Words of which a passage must hold one; empty where any passage may count. */
  readonly focus?: readonly string[];
  /** Only passages of these articles count. */
  readonly within?: ReadonlySet<Article> | undefined;
  /** The passages that were just shown and those beside them, each by what that says for it, from 0 to 1. */
  readonly shown?: ReadonlyMap<Passage, number>;
}

/** So many of the archive's words are told for one that it does not have. */
const SPELLINGS = 3;

/** Finds the passages of a question that stands by itself, or was made to, a step at a time. */
export function* findPassages(
  view: View,
  question: Question,
  { focus = [], within, shown = new Map() }: FindOptions = {},
): Work<Found> {
  const { vocabulary } = view.index;
  const read = readQuestion(question, view.reader);
  const noted = restricts(question) ? [] : notedWords(read, view);
  const reading = { ...read, words: read.words.map((word) => asNamed(word, noted, vocabulary)) };
  const { candidates, undated } = yield* findCandidates(view, question, reading, focus, within);
  // Half remembered words are better than nothing, when that is said.
  if (candidates.length === 0 && question.phrasesBind && question.phrases.length > 0) {
    const loose = { ...question, phrasesBind: false };
    const found = yield* findPassages(view, loose, { focus, within, shown });
    const status = found.answer.status === 'found' ? 'partial' : found.answer.status;
    return { ...found, answer: { ...found.answer, status, phrasesMissing: true } };
  }
  yield;
  const ordered = deferFaulty(rank(candidates, reading, vocabulary, shown), reading);
  const ranked = spread(ordered, reading);
  yield;
  const judged = judgeAnswer(ranked, reading, { focus }, vocabulary);
  const named = namedInNotes(view, noted, ranked, within);
  const others = judged === 'nothing' ? [] : ranked.filter((hit) => !named.has(hit.passage));
  const hits = foldCopies([...named.values(), ...others], view.copies);
  // Somebody is named beside the article, not in it: that is no more than a part.
  const status = judged === 'nothing' && hits.length > 0 ? 'partial' : judged;
  const asked = new Map<string, ReadWord>();
  for (const word of reading.words)
    for (const { term } of word.terms) if (!asked.has(term)) asked.set(term, word);
  const recognise: Recognise = (word) => asked.get(vocabulary.termOf(word));
  const absent = reading.words
    .filter(
      (word) => word.terms.length === 0 && !noted.some(({ word: name }) => name === word.word),
    )
    .map(({ word, surface }) => ({ surface, near: vocabulary.nearest(word, SPELLINGS) }));
  const answer: Answer = {
    question,
    thread: [],
    readAs: null,
    status,
    ...lackingIn([], ranked, reading, { focus }, vocabulary),
    noted: named.size > 0 ? noted.map(({ surface }) => surface) : [],
    total: judged === 'nothing' ? hits.length : candidates.length - (ranked.length - hits.length),
    reachable: hits.length,
    citations: [],
    corrected: reading.words.flatMap(({ surface, takenFor }) =>
      takenFor === null ? [] : [{ typed: surface, as: takenFor }],
    ),
    offered: absent.flatMap(({ surface, near }) =>
      near.slice(0, 1).map((as) => ({ typed: surface, as })),
    ),
    nearest: absent.flatMap(({ near }) => near),
    phrasesMissing: false,
    noneHolds: null,
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
    lackingIn: (cited) => lackingIn(cited, ranked, reading, { focus }, vocabulary),
    mark: (text) => findWords(text, recognise).map(({ start, end }) => ({ start, end })),
  };
}

/** The words that no article has, and a note does. */
function notedWords({ words }: Reading, { notes, index }: View): ReadWord[] {
  return words.filter(({ word }) => !index.vocabulary.has(word) && notes.has(word));
}

/** A name of a note is no slip for a word of the archive. */
function asNamed(word: ReadWord, noted: readonly ReadWord[], vocabulary: Vocabulary): ReadWord {
  if (!noted.includes(word)) return word;
  const idf = word.share * vocabulary.idf(vocabulary.termOf(word.word));
  return { ...word, terms: [], idf, takenFor: null, isName: true };
}

/** The passages whose notes name whom no article does; they come first. */
function namedInNotes(
  { notes }: View,
  noted: readonly ReadWord[],
  ranked: readonly Hit[],
  within: FindOptions['within'],
): Map<Passage, Hit> {
  const score = ranked[0]?.score ?? 0;
  const none = { signals: NO_SIGNALS, matched: new Set<string>(), capitals: new Set<string>() };
  return new Map(
    notes
      .naming(noted.map(({ word }) => word))
      .filter(({ article }) => within?.has(article) ?? true)
      .map((passage) => {
        const hit = ranked.find((other) => other.passage === passage);
        return [passage, { ...none, ...hit, passage, score }];
      }),
  );
}

function cite(
  { passage, score, signals, matched, copies }: FoldedHit,
  recognise: Recognise,
  groups: Copies,
  length?: number,
): Citation {
  const { article, paragraph } = passage;
  const cut = cutCitation(passageText(passage), recognise, length);
  return {
    ...excerptOf(passage, shift(cut, paragraph.start)),
    passage,
    marks: cut.marks.map((mark) => shift(mark, paragraph.start)),
    score: Math.round(score * 1000) / 1000,
    why: { matched: [...matched], signals },
    copies,
    sameText: groups.groupOf(article).filter((other) => other !== article),
    insideSentence: cut.insideSentence,
  };
}
