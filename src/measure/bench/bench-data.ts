import {
  type Article,
  listPassages,
  type Passage,
  passageText,
} from '../../corpus/article/article.js';
import { splitParagraphs } from '../../corpus/article/split-paragraphs.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { isStopWord } from '../../search/question/stop-words.js';
import type { Random } from '../eval/seeded-random.js';

/** Articles for a measurement. `own` passages are those of the articles given, unchanged. */
export interface MadeArticles {
  readonly articles: readonly Article[];
  readonly own: number;
}

/** In a repeated article one word in so many is exchanged for another of the collection. */
export const EXCHANGED = 5;
/** In a made passage one word in so many is an invented one. */
export const INVENTED = 20;
const INVENTED_WORDS = 30_000;
const WORD = /\p{L}+/gu;

/**
 * At least `wanted` passages of real text: the articles as they are, and where that is not enough, repeated, with one
 * word in five exchanged for a word drawn from all of them.
 */
export function repeatArticles(
  sources: readonly Article[],
  wanted: number,
  random: Random,
): MadeArticles {
  const words = sources.flatMap(({ text }) => text.match(WORD) ?? []);
  const articles = collect(wanted, (index) => {
    const source = sources[index % sources.length] ?? draw(sources, random);
    const round = Math.floor(index / sources.length);
    if (round === 0) return source;
    const text = exchange(source.text, EXCHANGED, random, () => draw(words, random));
    return withText(source, `${round}/${source.file}`, text);
  });
  return { articles, own: listPassages(articles.slice(0, sources.length)).length };
}

/**
 * At least `wanted` passages out of few articles: sentences of theirs put together anew, with one word in twenty
 * invented, since an archive of that size has more different words than five articles have.
 */
export function recombineSentences(
  sources: readonly Article[],
  wanted: number,
  random: Random,
): MadeArticles {
  const sentences = listPassages(sources).flatMap((passage) => {
    const text = passageText(passage);
    return splitSentences(text).map(({ start, end }) => text.slice(start, end));
  });
  const invented = Array.from({ length: INVENTED_WORDS }, () => inventWord(random));
  // A few of them often, most of them hardly ever, as names are in the news (Zipf).
  const drawInvented = (): string => invented[Math.floor(INVENTED_WORDS ** random()) - 1] ?? '';
  const articles = collect(wanted, (index) => {
    const lines = Array.from({ length: 8 + Math.floor(random() * 16) }, () =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => draw(sentences, random)).join(' '),
    );
    const text = exchange(lines.join('\n'), INVENTED, random, drawInvented);
    return withText(draw(sources, random), `made/${index}.txt`, text);
  });
  return { articles, own: 0 };
}

/** Articles until they have as many passages as are wanted. */
function collect(wanted: number, make: (index: number) => Article): Article[] {
  const articles: Article[] = [];
  for (let passages = 0; passages < wanted;) {
    const article = make(articles.length);
    articles.push(article);
    passages += listPassages([article]).length;
  }
  return articles;
}

function exchange(text: string, oneIn: number, random: Random, other: () => string): string {
  return text.replaceAll(WORD, (word) => (random() * oneIn < 1 ? other() : word));
}

function withText(article: Article, file: string, text: string): Article {
  return { ...article, file, text, paragraphs: splitParagraphs(text), problems: [] };
}

function inventWord(random: Random): string {
  const syllable = (): string =>
    draw('bcdfghjklmnprstvz'.split(''), random) +
    draw(['a', 'e', 'i', 'o', 'u', 'an', 'or'], random);
  const word = Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** What counts as a long question, in words. */
export const LONG = { least: 25, most: 60 };
/** One short question in so many has two letters swapped. */
export const SLIPS = 10;

const WORTH_ASKING = /^\p{L}{3,}$/u;

/** Questions of one to three words, each drawn from one passage: what a reporter types in haste, slips included. */
export function drawShortQuestions(
  passages: readonly Passage[],
  count: number,
  random: Random,
): string[] {
  return Array.from({ length: count }, (_, index) => {
    let words: string[] = [];
    while (words.length === 0)
      words = wordsOf(draw(passages, random)).filter(
        (word) => WORTH_ASKING.test(word) && !isStopWord(word.toLowerCase()),
      );
    const asked = Array.from({ length: 1 + Math.floor(random() * 3) }, () => draw(words, random));
    const question = asked.join(' ').toLowerCase();
    return (index + 1) % SLIPS === 0 ? swapLetters(question) : question;
  });
}

/** Questions of 25 to 60 words: a run of words from one passage, going on in another where it ends. */
export function drawLongQuestions(
  passages: readonly Passage[],
  count: number,
  random: Random,
): string[] {
  return Array.from({ length: count }, () => {
    const length = LONG.least + Math.floor(random() * (LONG.most - LONG.least + 1));
    const words: string[] = [];
    while (words.length < length) {
      const here = wordsOf(draw(passages, random));
      words.push(...here.slice(Math.floor((random() * here.length) / 2)));
    }
    return words.slice(0, length).join(' ');
  });
}

export function isLong(question: string): boolean {
  const words = question.trim().split(/\s+/).length;
  return words >= LONG.least && words <= LONG.most;
}

/** Its words as typed, without what would be read as a phrase, a filter or an exclusion. */
function wordsOf(passage: Passage): string[] {
  return passageText(passage)
    .replaceAll(/["“”«»:]/g, '')
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
}

function swapLetters(question: string): string {
  return question.replace(/^(\p{L})(\p{L})(\p{L})/u, '$1$3$2');
}

function draw<T>(from: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const drawn = from[Math.floor(random() * from.length)];
  if (drawn === undefined) throw new Error('nothing to draw from; expected at least one');
  return drawn;
}
