import type { Span } from '../../answer/answer.js';
import type { Forgiven } from './checked-quote.js';

/** A word as two writers of the same sentence may differ in it, with its offsets in the text. */
export interface PlainWord extends Span {
  /** Without case, Unicode form (NFKD), invisible characters and the shape of its apostrophes. Accents count. */
  readonly word: string;
  /**
   * The punctuation between it and the word before: white space, quotation marks, brackets and bullets left out, any
   * dash as "-", an ellipsis as "...".
   */
  readonly gap: string;
}

const INVISIBLE =
  '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF';
const LETTER = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`;
const APOSTROPHE = "['’‘ʼ＇`´]";
/** An editor's brackets inside a word are no border of it: "[W]e", "deport[ed]". */
const CHARACTERS = `(?:${LETTER}+|\\[\\p{L}{1,12}\\](?=\\p{L})|(?<=\\p{L})\\[\\p{L}{1,12}\\])+`;

/**
 * Single letters with dots between them ("U.S."), words with apostrophes and numbers with separators are one word each;
 * so is every symbol ("$", "%"), for "25" and "25%" are not the same.
 */
const WORD = new RegExp(
  `(?<!${LETTER})\\p{L}(?:\\.\\p{L})+(?!${LETTER})\\.?` +
    `|${CHARACTERS}(?:(?:${APOSTROPHE}|(?<=\\p{N})[.,](?=\\p{N}))${CHARACTERS})*` +
    `|[%&#@]|(?![\\u2212\\p{Sk}])\\p{S}`,
  'gu',
);
const SHAPELESS = /^[a-z0-9]+$/;
const APOSTROPHES = new RegExp(APOSTROPHE, 'gu');
const UNSEEN = new RegExp(`[${INVISIBLE}[\\]]`, 'gu');
/** A word of nothing but invisible characters or marks without a letter is none. */
const SUBSTANCE = /[\p{L}\p{N}\p{S}%&#@]/u;

const MARKS = `"“”„‟«»‹›'‘’‚‛ʼ＂＇\`´′″「」『』`;
/** What may stand differently between the same words: spaces, marks of quotation, brackets, bullets. */
const BETWEEN = new RegExp(`[\\s${MARKS}[\\]•◦‣▪*_${INVISIBLE}]`, 'gu');
const DASHES = /[\p{Pd}\u2212]+/gu;
const ELLIPSIS = /\(?\.{3,}\)?/g;

/** The words of `text` from offset `from` up to `to`, in order. */
export function readPlainWords(text: string, from = 0, to = text.length): PlainWord[] {
  const words: PlainWord[] = [];
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  let last = 0;
  for (const match of part.matchAll(WORD)) {
    const surface = match[0];
    const word = SHAPELESS.test(surface) ? surface : plain(surface);
    if (word === '') continue;
    const start = match.index;
    const end = start + surface.length;
    words.push({
      word,
      gap: plainGap(part.slice(last, start)),
      start: from + start,
      end: from + end,
    });
    last = end;
  }
  return words;
}

function plain(surface: string): string {
  const word = surface
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replaceAll('ς', 'σ');
  if (!SUBSTANCE.test(word)) return '';
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

function plainGap(raw: string): string {
  if (raw === ' ' || raw === '') return '';
  return raw
    .replace(BETWEEN, '')
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .replace(DASHES, '-')
    .replace(ELLIPSIS, '...');
}

/** What stands between two pieces of a pasted sentence. */
export type Joint = 'ellipsis' | 'brackets';

/** A run of pasted words that stand together; `joint` says what led from the piece before to this one. */
export interface Piece {
  readonly words: readonly PlainWord[];
  readonly joint: Joint | null;
}

/** Brackets that touch a letter are inside a word. */
const BRACKETED = /(?<!\p{L})\[[^[\]]*\](?!\p{L})/gu;

/**
 * A pasted sentence in the pieces that its ellipses and brackets leave whole: "we hope … we [Mexico] will be ready".
 * One piece where it has neither. Brackets inside a word ("[W]e") divide nothing.
 */
export function readPieces(pasted: string): Piece[] {
  const brackets = [...pasted.matchAll(BRACKETED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const pieces: { words: PlainWord[]; joint: Joint | null }[] = [];
  let next = 0;
  let joint: Joint | null = null;
  let open = true;
  for (const word of readPlainWords(pasted)) {
    if (word.gap.includes('...')) [joint, open] = ['ellipsis', true];
    while ((brackets[next]?.end ?? Infinity) <= word.start) {
      next += 1;
      if (!open) [joint, open] = ['brackets', true];
    }
    const bracket = brackets[next];
    if (bracket && bracket.start <= word.start && word.end <= bracket.end) continue;
    const piece = pieces.at(-1);
    if (piece && !open) piece.words.push(word);
    else pieces.push({ words: [word], joint: piece ? joint : null });
    [joint, open] = [null, false];
  }
  return pieces;
}

interface WrittenWords {
  readonly text: string;
  readonly words: readonly Span[];
}

const QUOTES = new RegExp(`[${MARKS}]`, 'gu');
const BRACKETS = /[[\]]/g;
const DASH = /[\p{Pd}\u2212]/u;

/** Notes what two writings of the same words differ in, word by word and in what stands between the words. */
export function noteForgiven(
  pasted: WrittenWords,
  printed: WrittenWords,
  forgiven: Set<Forgiven>,
): void {
  for (const [index, word] of pasted.words.entries()) {
    const other = printed.words[index];
    if (!other) break;
    const a = pasted.text.slice(word.start, word.end);
    const b = printed.text.slice(other.start, other.end);
    if (a !== b) compareWords(a, b, forgiven);
    const before = pasted.words[index - 1];
    const otherBefore = printed.words[index - 1];
    if (!before || !otherBefore) continue;
    const gap = pasted.text.slice(before.end, word.start);
    const otherGap = printed.text.slice(otherBefore.end, other.start);
    if (gap !== otherGap) compareGaps(gap, otherGap, forgiven);
  }
}

function compareWords(a: string, b: string, forgiven: Set<Forgiven>): void {
  const [plainA, plainB] = withoutMarks(a, b, forgiven);
  if (plainA === plainB) return;
  const [lowA, lowB] = [plainA.toLowerCase(), plainB.toLowerCase()];
  if (lowA !== lowB) forgiven.add('characters');
  const [formA, formB] = [plainA.normalize('NFKD'), plainB.normalize('NFKD')];
  if (lowA === lowB || (formA !== formB && formA.toLowerCase() === formB.toLowerCase()))
    forgiven.add('case');
}

function compareGaps(a: string, b: string, forgiven: Set<Forgiven>): void {
  const [restA, restB] = withoutMarks(a, b, forgiven);
  if (restA === restB) return;
  // White space around a dash is part of how the dash is written.
  if (DASH.test(a)) {
    forgiven.add('dashes');
    return;
  }
  const close = (gap: string): string => gap.replace(/\s+/g, '');
  forgiven.add(close(restA) === close(restB) ? 'spaces' : 'characters');
}

/** Both less their quotation marks and brackets, of which it is noted whether they are the same. */
function withoutMarks(a: string, b: string, forgiven: Set<Forgiven>): [string, string] {
  const only = (text: string, marks: RegExp): string => text.match(marks)?.join('') ?? '';
  if (only(a, QUOTES) !== only(b, QUOTES)) forgiven.add('quotation marks');
  if (only(a, BRACKETS) !== only(b, BRACKETS)) forgiven.add('brackets');
  const rest = (text: string): string => text.replace(QUOTES, '').replace(BRACKETS, '');
  return [rest(a), rest(b)];
}
