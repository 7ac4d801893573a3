import TinyQueue from 'tinyqueue';
import { type Article, type Passage, passageText } from '../corpus/article/article.js';
import type { Candidate } from './index/minisearch-index.js';
import type { Vocabulary } from './index/vocabulary.js';
import { mayBeFrom } from './question/days-in-question.js';
import type { Reading } from './question/read-question.js';
import { holdsSought } from './question/sought.js';
import { createPassageReader } from './read-passage.js';

/** What speaks for a passage, each from 0 to 1, in the order in which they are told; `WEIGHTS` says how loudly. */
export interface Signals {
  /** BM25 as a share of the best candidate's: the question's words, the rare ones most. */
  readonly words: number;
  /** The most of the question that stands in one sentence: more than the same words scattered over a paragraph. */
  readonly sentence: number;
  /** Words that stand next to one another in the question and here: "foreign ministry", "third country". */
  readonly neighbours: number;
  /** The passage holds the kind of thing that is asked for: a speaker, a day, a figure. */
  readonly sought: number;
  /** The outlet is one that the question names. */
  readonly outlet: number;
  /** The article may be from a day that the question names. */
  readonly day: number;
  /** A question that refers to passages just shown is about them, and a little less about those beside them. */
  readonly shown: number;
}

/**
 * How much each signal counts. The one place where the order is decided. Learned on judged questions over some six
 * hundred news articles (ListNet's top-one loss, five folds), then rounded: the second digit makes no difference. What
 * is sought is asked for too seldom there to be learned; its weight orders what is otherwise near.
 */
const WEIGHTS: Signals = {
  words: 1,
  sentence: 0.9,
  neighbours: 0.4,
  sought: 0.15,
  outlet: 0.55,
  day: 0.35,
  shown: 0.3,
};

export const NO_SIGNALS: Signals = {
  words: 0,
  sentence: 0,
  neighbours: 0,
  sought: 0,
  outlet: 0,
  day: 0,
  shown: 0,
};

/**
 * In a question of so many words one sentence no longer holds most of it: in a pasted paragraph, an abstract, the more
 * words the less it tells.
 */
const SENTENCE_WORDS = 40;

/** Where outlet or date are not known, the hint may fit or not. */
const UNKNOWN = 0.5;
/** Beyond these many candidates none was seen to rise to the top; each costs a reading of its text. */
const RESCORED = 100;

type Hint = Pick<Signals, 'outlet' | 'day'>;

interface Hinted extends Hint {
  readonly passage: Passage;
  /** What can be said for it before its text is read: the index's score and the hints. */
  readonly early: number;
}

/** A ranked passage. */
export interface Hit {
  readonly passage: Passage;
  /** The weighted sum of the signals. */
  readonly score: number;
  readonly signals: Signals;
  /** The words of the question that stand in the passage's own text. */
  readonly matched: ReadonlySet<string>;
  /** Those of them that it always writes with a capital. */
  readonly capitals: ReadonlySet<string>;
}

/**
 * Orders the best of the candidates. Same candidates, same order: ties fall as the passages stand in the archive.
 * Candidates too far down to rise are left out.
 * @param shown passages that the question refers to, each by how much, from 0 to 1
 */
export function rank(
  candidates: readonly Candidate[],
  reading: Reading,
  vocabulary: Vocabulary,
  shown: ReadonlyMap<Passage, number> = new Map(),
): Hit[] {
  const readPassage = createPassageReader(reading.words, vocabulary);
  const read = choosePool(withShown(candidates, shown), reading, shown).map((hinted) => ({
    ...hinted,
    ...readPassage(hinted.passage),
  }));
  const weights = weightsFor(reading);
  const most = Math.max(...read.map(({ worth }) => worth)) || 1;
  return read
    .map(({ passage, outlet, day, worth, matched, capitals, sentence, neighbours }): Hit => {
      const sought =
        reading.sought !== null && holdsSought(passageText(passage), reading.sought) ? 1 : 0;
      const signals: Signals = {
        words: worth / most,
        sentence,
        neighbours,
        sought,
        outlet,
        day,
        shown: shown.get(passage) ?? 0,
      };
      return { passage, matched, capitals, signals, score: scoreOf(signals, weights) };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** What a question refers to counts though it holds none of its words. */
function withShown(
  candidates: readonly Candidate[],
  shown: ReadonlyMap<Passage, number>,
): readonly Candidate[] {
  if (shown.size === 0) return candidates;
  const found = new Set(candidates.map(({ passage }) => passage));
  const others = [...shown.keys()].filter((passage) => !found.has(passage));
  return [...candidates, ...others.map((passage) => ({ passage, score: 0 }))];
}

/** The candidates worth reading: by BM25, and where the question names outlets or days, by these too. */
function choosePool(
  candidates: readonly Candidate[],
  reading: Reading,
  shown: ReadonlyMap<Passage, number>,
): Hinted[] {
  let best = 0;
  for (const { score } of candidates) best = Math.max(best, score);
  const hint = createHint(reading);
  const hinted = candidates.map(({ passage, score }): Hinted => {
    const { outlet, day } = hint(passage.article);
    const words = score / (best || 1);
    const early =
      WEIGHTS.words * words +
      WEIGHTS.outlet * outlet +
      WEIGHTS.day * day +
      WEIGHTS.shown * (shown.get(passage) ?? 0);
    return { passage, outlet, day, early };
  });
  return takeBest(hinted, RESCORED, (a, b) => b.early - a.early || a.passage.id - b.passage.id);
}

function weightsFor({ words }: Reading): Signals {
  const share = Math.min(1, SENTENCE_WORDS / words.length) ** 2;
  return { ...WEIGHTS, sentence: WEIGHTS.sentence * share };
}

function scoreOf(signals: Signals, weights: Signals): number {
  return (
    weights.words * signals.words +
    weights.sentence * signals.sentence +
    weights.neighbours * signals.neighbours +
    weights.sought * signals.sought +
    weights.outlet * signals.outlet +
    weights.day * signals.day +
    weights.shown * signals.shown
  );
}

/** What outlet and date of an article say for it; worked out once for each article. */
function createHint({ outlets, days }: Reading): (article: Article) => Hint {
  const known = new Map<Article, Hint>();
  return (article) => {
    let hint = known.get(article);
    if (hint === undefined) {
      const { outlet, published } = article;
      const then = days.length > 0 ? mayBeFrom(published, days) : false;
      hint = {
        outlet: outlets.size === 0 ? 0 : outlet === null ? UNKNOWN : Number(outlets.has(outlet)),
        day: then === null ? UNKNOWN : Number(then),
      };
      known.set(article, hint);
    }
    return hint;
  };
}

/**
 * The `count` best items, best first, without sorting the others: each new one is held against the worst of those
 * kept. `compare` is below zero when its first item is the better; it decides every tie.
 */
export function takeBest<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const kept = new TinyQueue<T>([], (a, b) => compare(b, a));
  for (const item of items) {
    const worst = kept.length < count ? undefined : kept.peek();
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    kept.push(item);
    if (kept.length > count) kept.pop();
  }
  return kept.data.toSorted(compare);
}
