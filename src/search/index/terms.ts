import { stemmer } from 'stemmer';

/** A word of a text: `word` is as it is compared, without case and accents; the offsets are the text's. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits with their combining marks; an apostrophe inside a word, dots inside an acronym
 * ("U.S.") and separators inside a number ("30,000", "2.5") do not end it. "%" and "per cent" are the word percent,
 * "United States" is one word with "U.S.".
 */
const WORD =
  /\b(?:[Uu]nited [Ss]tates|UNITED STATES|[Pp]er [Cc]ent|PER CENT)\b|(?:\p{L}\p{M}*\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\u00AD\u200B-\u200D]+(?:['’ʼ＇][\p{L}\p{M}]+)*|%/gu;
const COUNTRY = /^(?:u\.s\.(?:a\.)?|united states)$/i;
const PERCENT = /^(?:%|per cent)$/i;
const ASCII = /^[a-z]+$/;
const MARKS = /[\p{M}\u00AD\u200B-\u200D]/gu;
/** Letters that Unicode does not take apart into a base and a mark. */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
};
const UNDECOMPOSED_LETTERS = /[ßæœøđðłıþħ]/g;

/** The words of a text with their offsets, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = normalizeWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/**
 * A word without case, accents, possessive and the marks inside it: "Sheinbaum’s" → "sheinbaum",
 * "Arévalo" → "arevalo", "30,000" → "30000". "US", "U.S." and "United States" are the country, "us" is the pronoun.
 */
export function normalizeWord(surface: string): string {
  if (surface === 'US') return 'usa';
  let word = surface.toLowerCase();
  // Nearly every word ends here; the rest is for those with a mark, a dot, a digit or a space in them.
  if (ASCII.test(word)) return word;
  if (PERCENT.test(word)) return 'percent';
  if (COUNTRY.test(word)) return 'usa';
  word = word
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/['’ʼ＇]s$/, '');
  if (/^\p{N}/u.test(word)) return word.replace(/,(?=\p{N}{3})/gu, '');
  return word.replace(/['’ʼ＇.]/g, '');
}

/** The stem that a word's inflections share (Porter): "deportations" and "deported" → "deport". */
export function stem(word: string): string {
  return ASCII.test(word) ? stemmer(word) : word;
}
