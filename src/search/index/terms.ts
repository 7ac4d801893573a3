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
 * "United States" is one word with "U.S.", "40k" is 40,000, "Nov." before a day is November.
 */
const WORD = new RegExp(
  [
    String.raw`\b(?:[Uu]nited (?:[Ss]tates|[Nn]ations|[Kk]ingdom)|UNITED (?:STATES|NATIONS|KINGDOM)|[Ee]uropean [Uu]nion|[Aa]ssociated [Pp]ress|[Pp]er [Cc]ent|PER CENT)\b`,
    String.raw`(?<month>\b(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)(?=\.? \d))`,
    String.raw`(?<thousands>\p{N}+(?:[.,]\p{N}+)*)[kK]\b`,
    String.raw`(?:\p{L}\p{M}*\.){2,}`,
    String.raw`\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`[\p{L}\p{M}\u00AD\u200B-\u200D]+(?:['’ʼ＇][\p{L}\p{M}]+)*`,
    '%',
  ].join('|'),
  'gu',
);
/**
 * What is written in letters as often as in words is one word either way. "us" is the pronoun, "un" the Spanish article:
 * these and "ap" count only in capitals.
 */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  usa: ['US', 'u.s.', 'u.s.a.', 'united states'],
  unitednations: ['UN', 'u.n.', 'united nations'],
  unitedkingdom: ['uk', 'u.k.', 'united kingdom'],
  europeanunion: ['eu', 'e.u.', 'european union'],
  associatedpress: ['AP', 'a.p.', 'associated press'],
};
const SHORT = new Map(
  Object.entries(SHORT_FORMS).flatMap(([word, forms]) =>
    forms.map((form) => [form, word] as const),
  ),
);
const POSSESSIVE = /['’ʼ＇]s$/;
/** Before a number: "Nov. 27". */
const MONTHS: Readonly<Record<string, string>> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};
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
    const { month, thousands } = match.groups ?? {};
    const word =
      month !== undefined
        ? (MONTHS[month.toLowerCase()] ?? month)
        : thousands !== undefined
          ? String(Number(normalizeWord(thousands)) * 1_000)
          : normalizeWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/**
 * A word without case, accents, possessive and the marks inside it: "Sheinbaum’s" → "sheinbaum",
 * "Arévalo" → "arevalo", "30,000" → "30000". "US", "U.S." and "United States" are the country, "us" is the pronoun.
 */
export function normalizeWord(surface: string): string {
  const short = SHORT.get(surface);
  if (short !== undefined) return short;
  let word = surface.toLowerCase();
  // Nearly every word ends here; the rest is for those with a mark, a dot, a digit or a space in them.
  if (ASCII.test(word)) return SHORT.get(word) ?? word;
  if (PERCENT.test(word)) return 'percent';
  if (POSSESSIVE.test(surface)) return normalizeWord(surface.replace(POSSESSIVE, ''));
  const lettered = SHORT.get(word);
  if (lettered !== undefined) return lettered;
  word = word
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(POSSESSIVE, '');
  if (/^\p{N}/u.test(word)) return word.replace(/,(?=\p{N}{3})/gu, '');
  return word.replace(/['’ʼ＇.]/g, '');
}

/** The stem that a word's inflections share (Porter): "deportations" and "deported" → "deport". */
export function stem(word: string): string {
  return ASCII.test(word) ? stemmer(word) : word;
}
