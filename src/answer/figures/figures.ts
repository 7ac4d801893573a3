import { type Passage, passageText, problemsOf } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { stem } from '../../search/index/terms.js';
import type { Work } from '../../corpus/slices.js';
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
  /**
   * Those that count the topic itself first, then those that count the people it is about, then those said of it, then
   * others in a sentence about it; of each the numbers that are said before "millions of", best passages first.
   */
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
 * The figures in sentences that hold a word of the topic, of passages that speak of it as those of a timeline do; where
 * the topic is people, "up to 30,000 people" elsewhere in such a passage too. The same figure is one row however many
 * files print it.
 * @throws QuestionError when the topic cannot be read
 */
export function* figures(view: View, topic: string, limit = FIGURES_SHOWN): Work<Figures> {
  const found = yield* findHits(view, topic);
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
  const ordered = all.toSorted((a, b) => distanceOf(a) - distanceOf(b));
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

/** How far a row is from the topic: "5,200 migrants" says more of migrants than a number elsewhere in a sentence about them. */
function distanceOf({ amount, places }: FigureRow): number {
  const isVague = amount.low === null ? 0.5 : 0;
  return isVague + Math.min(...places.map(distanceOfPlace));
}

function distanceOfPlace(place: FigurePlace): number {
  const { amount, figure, marks } = place;
  if (marks.some(({ end }) => end === figure.end)) return 0;
  if (ANYBODY.has(amount.unit ?? '')) return 1;
  const beside = marks.some(({ start, end }) => end > figure.start && start < figure.end + NEARBY);
  return beside ? 2 : 3;
}

/** "half a million encounters with migrants": so many characters after the figure what is counted may be told. */
const NEARBY = 20;

/** Whoever they are: the sentences around tell. */
const ANYBODY = new Set(['people', 'persons', 'men', 'women', 'children', 'individuals']);

/** Words for people by what is done to them, where they come from or what they do; none of "tariffs", "committees". */
const PEOPLE =
  /^(?:\p{L}*migrants?|\p{L}{3,}(?:(?<!t)tees?|gees?|nees?|uees?|ians?|icans?)|refugees?|(?:asylum)?seekers?|workers?|soldiers?|prisoners?|residents?|citizens?|nationals?|students?|civilians?|victims?|people|persons?|individuals?)$/iu;

/** "migrants" and "migrant" are counted alike. */
function keyOf({ low, high, words, unit }: Amount): string {
  return [low, high, words, unit === null ? '' : stem(unit)].join('|');
}

function placesIn(passage: Passage, { mark, reading }: Found, isCopy: boolean): FigurePlace[] {
  const { article, paragraph } = passage;
  // A list of names and places counts nothing; a withdrawn article stands for nothing.
  if (paragraph.role === 'credits' || article.withdrawn !== null) return [];
  const text = passageText(passage);
  const ofPeople = reading.words.some(({ surface }) => PEOPLE.test(surface));
  return splitSentences(text).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const marks = mark(words);
    if (marks.length === 0 && !ofPeople) return [];
    const from = paragraph.start + sentence.start;
    const cut = (span: Span): Words => ({
      ...shift(span, from),
      text: words.slice(span.start, span.end),
    });
    const read = readFigures(words);
    const told =
      marks.length > 0 ? read : read.filter(({ amount }) => ANYBODY.has(amount.unit ?? ''));
    return told.map((figure): FigurePlace => ({
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
