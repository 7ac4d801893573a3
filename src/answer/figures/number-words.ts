/** English number words, read as numbers. */
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  lakh: 100_000,
  million: 1_000_000,
  mn: 1_000_000,
  m: 1_000_000,
  crore: 10_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  trillion: 1_000_000_000_000,
  tn: 1_000_000_000_000,
};

/** For regular expressions, without groups. */
export const SMALL_WORDS = SMALL.slice(1).toReversed().join('|');
export const TENS_WORDS = TENS.join('|');
export const SCALE_WORDS = 'dozen|hundred|thousand|million|billion|trillion|lakh|crore';

export function scaleOf(word: string): number {
  return SCALES[word.toLowerCase()] ?? 1;
}

/** "two hundred and fifty thousand" → 250000, "half a million" → 500000; `null` for words that make no one number. */
export function readNumberWords(words: string): number | null {
  let total = 0;
  let group: number | null = null;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const small = SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    if (word === 'and' || word === '') continue;
    if (word === 'half') group = 0.5;
    else if (word === 'a' || word === 'an') group ??= 1;
    else if (small >= 0) {
      if (group !== null && (group % 10 !== 0 || small > 9 || group % 100 === 10)) return null;
      group = (group ?? 0) + small;
    } else if (tens >= 0) {
      if (group !== null && group % 100 !== 0) return null;
      group = (group ?? 0) + (tens + 2) * 10;
    } else {
      const scale = SCALES[word];
      if (scale === undefined) return null;
      if (scale <= 100) group = (group ?? 1) * scale;
      else {
        total += (group ?? 1) * scale;
        group = null;
      }
    }
  }
  return total + (group ?? 0);
}
