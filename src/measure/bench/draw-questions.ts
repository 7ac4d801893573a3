import { type Passage, passageText } from '../../corpus/article/article.js';
import { isStopWord } from '../../search/question/stop-words.js';
import type { Random } from '../eval/seeded-random.js';
import { draw } from './make-articles.js';

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
