import {
  type Article,
  earliestDay,
  latestDay,
  type Passage,
  passageText,
} from '../corpus/article/article.js';
import { stem, tokenize } from './index/terms.js';
import type { Filters, Question } from './question/question.js';

/** What a date filter says of an article; `undated` ones are left out, and counted for the reader. */
export type DateVerdict = 'in' | 'out' | 'undated';

/** A range counts as in while any day of it may be: its label shows how much of it is known. */
export function judgeDate(article: Article, { since, before }: Filters): DateVerdict {
  if (since === null && before === null) return 'in';
  const earliest = earliestDay(article.published);
  const latest = latestDay(article.published);
  if (earliest === null || latest === null) return 'undated';
  if (since !== null && latest < since) return 'out';
  return before !== null && earliest >= before ? 'out' : 'in';
}

/** Whether `from:` means this article: its outlet's words, the outlet's initials, or the start of its file name. */
export function isFrom(article: Article, source: string): boolean {
  const wanted = source.toLowerCase();
  const file = article.file.toLowerCase();
  if (file.startsWith(wanted) || (file.split('/').at(-1) ?? '').startsWith(wanted)) return true;
  if (article.outlet === null) return false;
  const outlet = tokenize(article.outlet).map(({ word }) => word);
  const asked = tokenize(source).map(({ word }) => word);
  if (holdsInOrder(outlet, asked, (a, b) => a === b)) return true;
  const initials = outlet.map(([letter]) => letter).join('');
  const withoutArticle = outlet[0] === 'the' ? initials.slice(1) : initials;
  return (
    asked.length === 1 && outlet.length > 1 && [initials, withoutArticle].includes(asked[0] ?? '')
  );
}

/** Holds every phrase word for word and none of what the question excludes. */
export function holdsPhrases(passage: Passage, question: Question): boolean {
  const phrases = question.phrasesBind ? question.phrases : [];
  if (phrases.length === 0 && question.without.length === 0) return true;
  const words = tokenize(passageText(passage)).map(({ word }) => word);
  return (
    phrases.every((phrase) => holdsInOrder(words, phrase, (a, b) => a === b)) &&
    !question.without.some((excluded) =>
      holdsInOrder(words, excluded, (a, b) => stem(a) === stem(b)),
    )
  );
}

function holdsInOrder(
  words: readonly string[],
  sequence: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const last = words.length - sequence.length;
  for (let at = 0; at <= last; at += 1)
    if (sequence.every((word, offset) => same(words[at + offset] ?? '', word))) return true;
  return false;
}
