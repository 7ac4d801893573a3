import type { Copies } from '../../answer/archive/copy-finder.js';
import { foldCopies } from '../../answer/fold-copies.js';
import { order, WEIGHTS, type Hit, type Signals, type Weights } from '../../search/rank.js';
import type { Reading } from '../../search/question/reading.js';
import { spread } from '../../search/spread.js';
import { passageKey, type JudgedQuestion } from './judged-question.js';
import { MEASURES } from './measures.js';
import { trainWeights } from './train-weights.js';

/** A judged question with what the search read for it. */
export interface JudgedSearch {
  readonly question: JudgedQuestion;
  readonly reading: Reading;
  readonly hits: readonly Hit[];
  /** The archive's texts that stand in several files. */
  readonly copies: Copies;
}

/** What is tried: the signals that count, and whether the sides of a question are spread over the list. */
export interface Trial {
  readonly name: string;
  readonly learned: readonly (keyof Signals)[];
  readonly spreads: boolean;
}

export interface TrialResult {
  readonly name: string;
  /** The mean over the folds, the weight of `words` being 1. */
  readonly weights: Weights;
  /** By name of the measure, the mean over all questions, each asked with weights that were learned without it. */
  readonly figures: ReadonlyMap<string, number>;
}

/** The measures that training is judged by. */
export const TRAINED_BY = ['Hits@10', 'Hits@4', 'MRR@10', 'evidence recall@10'];
const FOLDS = 5;

/** One signal after another, then spreading, so that each row tells what its signal adds. */
export function trialsOf(signals: readonly (keyof Signals)[]): Trial[] {
  const growing = signals.map((name, at) => ({
    name: at === 0 ? name : `+ ${name}`,
    learned: signals.slice(0, at + 1),
    spreads: false,
  }));
  return [...growing, { name: '+ spreading', learned: signals, spreads: true }];
}

/** Learns on four fifths of the questions and measures on the fifth left out, five times over. */
export function crossValidate(searches: readonly JudgedSearch[], trial: Trial): TrialResult {
  const sums = { ...WEIGHTS };
  for (const name of trial.learned) sums[name] = 0;
  const figures = new Map<string, number>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inFold = (_: JudgedSearch, at: number): boolean => at % FOLDS === fold;
    const taught = searches.filter((search, at) => !inFold(search, at));
    const learned = trainWeights(taught.map(judgedHits), trial.learned);
    // What is sought is not learned: its weight stands as it is.
    const weights = { ...learned, sought: WEIGHTS.sought };
    for (const name of trial.learned) sums[name] += weights[name] / FOLDS;
    for (const [name, sum] of measure(searches.filter(inFold), weights, trial.spreads))
      figures.set(name, (figures.get(name) ?? 0) + sum / searches.length);
  }
  const weights = { words: 0, sentence: 0, neighbours: 0, outlet: 0, day: 0, sought: sums.sought };
  for (const name of trial.learned) weights[name] = sums[name];
  return { name: trial.name, weights, figures };
}

/** The committed weights, which saw all the questions. */
export function measureCommitted(searches: readonly JudgedSearch[]): TrialResult {
  const figures = measure(searches, WEIGHTS, true);
  return {
    name: 'as committed',
    weights: WEIGHTS,
    figures: new Map([...figures].map(([name, sum]) => [name, sum / searches.length])),
  };
}

function judgedHits({ question, hits }: JudgedSearch): { signals: Signals; relevant: boolean }[] {
  return hits.map((hit) => ({ signals: hit.signals, relevant: question.grades.has(keyOf(hit)) }));
}

/** The sum over the questions of each measure. */
function measure(
  searches: readonly JudgedSearch[],
  weights: Weights,
  spreads: boolean,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { question, reading, hits, copies } of searches) {
    const ordered = order(hits, weights);
    const shown = foldCopies(spreads ? spread(ordered, reading) : ordered, copies);
    const passages = shown.map(keyOf);
    for (const { name, of } of MEASURES)
      if (TRAINED_BY.includes(name))
        sums.set(name, (sums.get(name) ?? 0) + (of(question, { status: 'found', passages }) ?? 0));
  }
  return sums;
}

function keyOf({ passage: { article, paragraph } }: Hit): string {
  return passageKey(article.file, paragraph.number);
}
