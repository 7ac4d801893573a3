import type { Forgiven } from './checked-quote.js';
import type { PlainWord } from './plain-words.js';

interface Written {
  readonly text: string;
  readonly words: readonly PlainWord[];
}

const QUOTES = /["“”„‟«»‹›'‘’‚‛ʼ＂＇`´′″「」『』]/gu;
const NOT_QUOTES = /[^"“”„‟«»‹›'‘’‚‛ʼ＂＇`´′″「」『』]/gu;
const DASH = /[\p{Pd}\u2212]/u;
const NOT_BRACKETS = /[^[\]]/g;

/** What two writings of the same words differ in, word by word and in what stands between the words. */
export function forgivenBetween(pasted: Written, printed: Written): Set<Forgiven> {
  const forgiven = new Set<Forgiven>();
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
  return forgiven;
}

function compareWords(a: string, b: string, forgiven: Set<Forgiven>): void {
  if (only(a, NOT_QUOTES) !== only(b, NOT_QUOTES)) forgiven.add('quotation marks');
  if (only(a, NOT_BRACKETS) !== only(b, NOT_BRACKETS)) forgiven.add('brackets');
  const letters = (word: string): string => word.replace(QUOTES, '').replace(/[[\]]/g, '');
  const [plainA, plainB] = [letters(a), letters(b)];
  if (plainA === plainB) return;
  const [lowA, lowB] = [plainA.toLowerCase(), plainB.toLowerCase()];
  if (lowA !== lowB) forgiven.add('characters');
  const [formA, formB] = [plainA.normalize('NFKD'), plainB.normalize('NFKD')];
  if (lowA === lowB || (formA !== formB && formA.toLowerCase() === formB.toLowerCase()))
    forgiven.add('case');
}

function compareGaps(a: string, b: string, forgiven: Set<Forgiven>): void {
  if (only(a, NOT_QUOTES) !== only(b, NOT_QUOTES)) forgiven.add('quotation marks');
  if (only(a, NOT_BRACKETS) !== only(b, NOT_BRACKETS)) forgiven.add('brackets');
  const rest = (gap: string): string => gap.replace(QUOTES, '').replace(/[[\]]/g, '');
  const [restA, restB] = [rest(a), rest(b)];
  if (restA === restB) return;
  // White space around a dash is part of how the dash is written.
  if (DASH.test(a)) {
    forgiven.add('dashes');
    return;
  }
  const close = (gap: string): string => gap.replace(/\s+/g, '');
  forgiven.add(close(restA) === close(restB) ? 'spaces' : 'characters');
}

function only(text: string, others: RegExp): string {
  return text.replace(others, '');
}
