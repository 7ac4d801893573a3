import type { Article, Paragraph } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import type { Quoted } from './marks/pair-marks.js';

/** A word, a point or a whole quoted stretch of a paragraph; offsets count in the article's text. */
export interface LineToken {
  readonly kind: 'word' | 'point' | 'quoted';
  /** As printed; of a word without its possessive ending, of a quoted stretch nothing. */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  /** Written with a capital: a name, or the first word of a sentence. */
  readonly capital: boolean;
  /** Which sentence of the paragraph it stands in, from 0. */
  readonly sentence: number;
  readonly quoted: Quoted | null;
}

/** The tokens of a paragraph, in order. */
export type LineTokens = readonly LineToken[];

/** A run of tokens, `to` left out. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** A paragraph as the reporter wrote it: what stands between marks is one token each, whatever it holds. */
export interface ReportedLine {
  readonly paragraph: Paragraph;
  readonly tokens: LineTokens;
  /** For each sentence its first token; one more entry closes the last. */
  readonly sentences: readonly number[];
}

/**
 * Acronyms, abbreviated titles, initials, then words with their apostrophes and hyphens, then single points.
 * A row of the same dash or point is one.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Maj|Sgt|Cpl|Adm|Cmdr|Rev|Hon|Pres|Supt|St|Sr|Sra|Jr|Messrs|No|Atty|Amb|Insp|Det|Asst|Dep)\.|\p{Lu}\.(?=\s*\p{Lu})|[$£€]?[\p{L}\p{M}\p{N}]+(?:[’'‑\-.&@][\p{L}\p{M}\p{N}]+)*[’']?|\.+|[–—―-]+|[^\s\p{L}\p{N}]/gu;
const POSSESSIVE = /^(.*?)(?:[’']s|(?<=s)[’'])$/su;

export function readLine(
  article: Article,
  paragraph: Paragraph,
  quoted: readonly Quoted[],
): ReportedLine {
  const starts = sentenceStarts(article, paragraph, quoted);
  const tokens: LineToken[] = [];
  const sentences: number[] = [];
  const add = (token: Omit<LineToken, 'sentence'>): void => {
    while ((starts[sentences.length] ?? Infinity) <= token.start) sentences.push(tokens.length);
    tokens.push({ ...token, sentence: Math.max(sentences.length - 1, 0) });
  };
  let at = paragraph.start;
  for (const stretch of quoted) {
    const { start, end } = stretch.outer;
    for (const token of readWords(article.text, at, start)) add(token);
    add({ ...NOTHING, kind: 'quoted', start, end, quoted: stretch });
    at = end;
  }
  for (const token of readWords(article.text, at, paragraph.end)) add(token);
  sentences.push(tokens.length);
  return { paragraph, tokens, sentences };
}

const NOTHING = { text: '', lower: '', possessive: false, capital: false, quoted: null };

/** The first token of the sentence that a token stands in. */
export function sentenceStart({ tokens, sentences }: ReportedLine, at: number): number {
  return sentences[tokens[at]?.sentence ?? 0] ?? 0;
}

/** The token after that sentence. */
export function sentenceEnd({ tokens, sentences }: ReportedLine, at: number): number {
  return sentences[(tokens[at]?.sentence ?? 0) + 1] ?? tokens.length;
}

function readWords(text: string, from: number, to: number): Omit<LineToken, 'sentence'>[] {
  return [...text.slice(from, to).matchAll(TOKEN)].map(({ 0: surface, index }) => {
    const word = /^[$£€]?[\p{L}\p{N}]/u.test(surface);
    const bare = word ? POSSESSIVE.exec(surface)?.[1] : undefined;
    const shown = bare ?? (word ? surface.replace(/[’']$/, '') : surface);
    const lower = shown.toLowerCase();
    return {
      kind: word ? 'word' : 'point',
      text: shown,
      lower,
      start: from + index,
      end: from + index + surface.length,
      possessive: bare !== undefined && !CONTRACTS.test(bare),
      capital: lower !== shown && /^\p{Lu}/u.test(surface),
      quoted: null,
    };
  });
}

/** "he’s", "that’s": a verb is left out, nothing is owned. */
const CONTRACTS = /^(?:he|she|it|that|this|who|what|there|here|where|how|let)$/i;

/**
 * Where the sentences of the reporter's own text begin. What is quoted is masked, all but its first letter's case
 * and the points it ends with: a full stop inside a quotation ends nobody else's sentence.
 */
function sentenceStarts(
  article: Article,
  paragraph: Paragraph,
  quoted: readonly Quoted[],
): number[] {
  let masked = '';
  let at = paragraph.start;
  for (const { start, end } of quoted) {
    const words = article.text.slice(start, end);
    const points = /[.!?…,;:—-]*$/.exec(words.slice(-POINTS_AT_END))?.[0] ?? '';
    const first = /\p{L}/u.exec(words.slice(0, FIRST_LETTER_WITHIN))?.[0] ?? '';
    const letter = /\p{Lu}|^$/u.test(first) ? 'X' : 'x';
    masked += article.text.slice(at, start) + letter.repeat(words.length - points.length) + points;
    at = end;
  }
  masked += article.text.slice(at, paragraph.end);
  return splitSentences(masked).map(({ start }) => paragraph.start + start);
}

/** No row of points at the end of a quotation says more than its last few. */
const POINTS_AT_END = 4;
const FIRST_LETTER_WITHIN = 12;
