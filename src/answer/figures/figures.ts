import { type Passage, passageText, problemsOf } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { stem } from '../../search/index/terms.js';
import { type Answer, type Excerpt, shift, type Span } from '../answer.js';
import type { View } from '../archive/view.js';
import { findHits } from '../find-hits.js';
import type { Found } from '../find-passages.js';
import { speaksOf } from '../judge-answer.js';
import { type Amount, readFigures } from './read-figures.js';

/** A figure as printed, with the sentence it stands in; offsets count in the article's text. */
export interface FigurePlace extends Excerpt {
  readonly passage: Passage;
  readonly amount: Amount;
  /** The number with its hedge and its unit: "around 5,200 migrants". */
  readonly figure: Words;
  /** The words that make it less than exact: "around", "up to"; `null` where there are none. */
  readonly hedge: Words | null;
  /** The topic's words in the sentence. */
  readonly marks: readonly Span[];
  /** The text is another place's, printed in another file: no second witness. */
  readonly isCopy: boolean;
}

/** Words cut from the file. */
export interface Words extends Span {
  readonly text: string;
}

/** One figure, and everywhere it is printed. */
export interface FigureRow {
  /** As in the first of the places. */
  readonly amount: Amount;
  /** In the order of the archive. */
  readonly places: readonly FigurePlace[];
}

export interface Figures {
  /** What the topic found; nothing of it is cited. */
  readonly answer: Answer;
  /** Those that count the topic itself first, then in the order of the best passages. */
  readonly rows: readonly FigureRow[];
  /** Further rows that are not listed. */
  readonly leftOut: number;
  /** Passages with words of the topic that were not read: there were better ones enough. */
  readonly unread: number;
  /** Articles that speak of the topic and were withdrawn: their figures are not listed. */
  readonly withdrawn: number;
}

/** A screenful. */
export const FIGURES_SHOWN = 20;

/**
 * The figures in sentences that hold a word of the topic, of passages that speak of it as those of a timeline do. The same
 * figure is one row however many files print it.
 * @throws QuestionError when the topic cannot be read
 */
export function figures(view: View, topic: string, limit = FIGURES_SHOWN): Figures {
  const found = findHits(view, topic);
  const { answer, hits, reading } = found;
  const speaking = hits.filter((hit) => speaksOf(hit, reading, view.index.vocabulary));
  const places = speaking.flatMap(({ passage, copies }) => [
    ...placesIn(passage, found, false),
    ...copies.flatMap((copy) => placesIn(copy, found, true)),
  ]);
  const rows = new Map<string, { amount: Amount; places: FigurePlace[] }>();
  for (const place of places) {
    const key = keyOf(place.amount);
    const row = rows.get(key) ?? { amount: place.amount, places: [] };
    row.places.push(place);
    rows.set(key, row);
  }
  const all = [...rows.values()];
  for (const row of all)
    row.places.sort((a, b) => a.passage.id - b.passage.id || a.start - b.start);
  // "5,200 migrants" says more of migrants than a number elsewhere in a sentence about them.
  const ordered = [
    ...all.filter((row) => row.places.some(countsTopic)),
    ...all.filter((row) => !row.places.some(countsTopic)),
  ];
  return {
    answer: { ...answer, ...found.lackingIn(speaking) },
    rows: ordered.slice(0, limit),
    leftOut: Math.max(0, all.length - limit),
    unread: answer.total - answer.reachable,
    withdrawn: new Set(
      speaking
        .map(({ passage }) => passage.article)
        .filter((article) => article.withdrawn !== null),
    ).size,
  };
}

function countsTopic({ figure, marks }: FigurePlace): boolean {
  return marks.some(({ end }) => end === figure.end);
}

/** "migrants" and "migrant" are counted alike. */
function keyOf({ low, high, words, unit }: Amount): string {
  return [low, high, words, unit === null ? '' : stem(unit)].join('|');
}

function placesIn(passage: Passage, { mark }: Found, isCopy: boolean): FigurePlace[] {
  const { article, paragraph } = passage;
  // A list of names and places counts nothing; a withdrawn article stands for nothing.
  if (paragraph.role === 'credits' || article.withdrawn !== null) return [];
  const text = passageText(passage);
  return splitSentences(text).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const marks = mark(words);
    if (marks.length === 0) return [];
    const from = paragraph.start + sentence.start;
    const cut = (span: Span): Words => ({
      ...shift(span, from),
      text: words.slice(span.start, span.end),
    });
    return readFigures(words).map((figure): FigurePlace => ({
      passage,
      start: from,
      end: from + words.length,
      text: words,
      problems: problemsOf(article, paragraph.number),
      amount: figure.amount,
      figure: cut(figure),
      hedge: figure.hedge && cut(figure.hedge),
      marks: marks.map((span) => shift(span, from)),
      isCopy,
    }));
  });
}
