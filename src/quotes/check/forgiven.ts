import type { Forgiven } from './checked-quote.js';
import type { PlainWord } from './plain-words.js';

interface WrittenWords {
  readonly text: string;
  readonly words: readonly PlainWord[];
}

const QUOTES = /["“”„‟«»‹›'‘’‚‛ʼ＂＇`´′″「」『』]/gu;
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
