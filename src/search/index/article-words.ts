import { type Passage, passageText } from '../../corpus/article/article.js';
import type { Lexicon } from './lexicon.js';
import { hashWord, shinglesOfWords, sketchOf } from './shingles.js';
import { tokenize } from './terms.js';

/** What reading an article once has shown, by passage; words are numbers of the lexicon. */
export interface ArticleWords {
  /** The different words of each passage, one passage after the other: of title, headings and text. */
  readonly words: Uint32Array;
  /** How often the passage holds each. */
  readonly counts: Uint16Array;
  /** By passage, where in `words` its own end. */
  readonly ends: Uint32Array;
  /** For finding copies of the article's text; see `sketchOf`. */
  readonly sketch: Uint32Array;
}

const MOST = 0xffff;

/** Reads an article's passages; words not met before are added to the lexicon. */
export function readArticleWords(passages: readonly Passage[], lexicon: Lexicon): ArticleWords {
  const words: number[] = [];
  const counts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  for (const passage of passages) {
    const here = new Map<number, number>();
    const meet = (surface: string): void => {
      const word = lexicon.add(surface);
      here.set(word, (here.get(word) ?? 0) + 1);
    };
    for (const { word } of tokenize(leadText(passage))) meet(word);
    for (const { word } of tokenize(passageText(passage))) {
      meet(word);
      hashes.push(hashWord(word));
    }
    for (const [word, count] of here) {
      words.push(word);
      counts.push(Math.min(MOST, count));
    }
    ends.push(words.length);
  }
  return {
    words: Uint32Array.from(words),
    counts: Uint16Array.from(counts),
    ends: Uint32Array.from(ends),
    sketch: sketchOf(shinglesOfWords(hashes)),
  };
}

/** Title and headings: they say what a passage is about without repeating it in its text. */
export function leadText({ article, headings }: Passage): string {
  return [
    article.title ?? '',
    ...headings.map(({ start, end }) => article.text.slice(start, end)),
  ].join('\n');
}
