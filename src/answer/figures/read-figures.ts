import type { Span } from '../answer.js';
import { hideNonFigures } from './hide-non-figures.js';
import { readNumberWords, SCALE_WORDS, scaleOf, SMALL_WORDS, TENS_WORDS } from './number-words.js';
import { readUnit } from './read-unit.js';

/** A figure in a sentence; offsets count in the sentence. */
export interface Figure extends Span {
  readonly amount: Amount;
  readonly hedge: Span | null;
}

const HEDGE =
  '(?:(?:just|well|slightly|far) )?(?:about|around|approximately|approx\\.|roughly|some|nearly|almost|close to|over|more than|greater than|above|upwards? of|in excess of|under|below|less than|fewer than|up to|at least|at most|as many as|as much as|as few as|as little as|no (?:more|fewer|less) than|an? estimated|estimated|only|an? (?:\\p{L}+ )?average of|average of|a total of)';
const CURRENCY = '(?:(?:US|CA|AU|NZ|HK|MX|NT|[CASR])?\\$(?:US|A)?|[€£¥₹₩₽₪₺₫])';
const CURRENCY_SIGN = /[$€£¥₹₩₽₪₺₫]/;
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SCALED = `(?:[ -](?:${SCALE_WORDS})\\b)`;
const WORDS =
  `(?:half an? (?:${SCALE_WORDS})|an? (?:${SCALE_WORDS}|ton(?:ne)?(?= of\\b))|${SMALL_WORDS}|${TENS_WORDS})\\b` +
  `(?:(?:[ -]|(?<=hundred|thousand|million|billion) and )(?:${SMALL_WORDS}|${TENS_WORDS}|${SCALE_WORDS})\\b)*`;
const AMOUNT = `(?:${CURRENCY} ?${DIGITS}(?:${SCALED}|(?:bn|mn|tn|m|k)\\b)?|${DIGITS}(?:${SCALED}|(?:bn|mn|tn|k|(?<=\\.\\d+)m)\\b)?|${WORDS})`;
/** Numbers that are not said. */
const VAGUE =
  '(?:(?:(?:tens|hundreds|thousands|millions|billions) of (?:thousands|millions|billions|trillions)|dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of\\b)' +
  `|(?:several|a few|many) (?:${SCALE_WORDS})\\b)`;
const FRACTION =
  '(?:(?:an?|one)[ -](?:third|quarter|fifth|tenth)|(?:two|three|four|five|seven|nine)[ -](?:thirds|quarters|fifths|eighths|tenths)|half)(?= of\\b| the\\b| its\\b| their\\b| all\\b)';
const COUNT = `(?:\\d{1,4}|${SMALL_WORDS}|${TENS_WORDS})`;
const RATIO = `${COUNT} (?:in|out of)(?: every)? ${COUNT}(?= (?:\\p{L}+ )?(?:\\p{L}+s|people|men|women|children)\\b| of\\b)`;

const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}\\uE000.,/:$€£¥-])(?<hedge>(?:${HEDGE} ){1,3})?` +
    `(?:(?<words>${RATIO}|${VAGUE}|${FRACTION})|between (?<from>${AMOUNT}) and (?<until>${AMOUNT})` +
    `|(?<low>${AMOUNT})(?:(?: ?[-–—] ?|-to-| to | or )(?<high>${AMOUNT}))?)` +
    '(?<percent> ?%|[ -](?:per ?cent|percentage points?|pct)\\b)?(?![\\p{L}\\p{N}\\uE000]|[.,:/]\\d|-\\p{L})',
  'giu',
);
const AFTER = /^(?: or (?:more|so|less|fewer)\b|\+|-plus\b)/i;
/** "the two leaders", "Trump’s three sons": told apart, not counted. */
const DETERMINED =
  /(?:\b(?:the|these|those|its|his|her|their|our|my|your|all|any|every|each|other|which|both)|[’']s|s[’'])\s$/i;
/** A name with a number in it: "Boeing 737", "Windows 11". */
const NAMED =
  /\p{L}.*\p{Lu}[\p{L}\p{M}.’'&-]*\s$|^\p{Lu}[\p{L}\p{M}]*\s\p{Lu}[\p{L}\p{M}.’'&-]*\s$/u;
/** "Children under 5", "voters over 65": with nothing counted these tell an age. */
const AGE_HEDGE = /^(?:over|under|above|below)\s$/i;
const SMALL_COUNT = 12;
const LOOKED_BACK = 40;
/** So long a text without a full stop is a table or a list, and no sentence. */
const LONGEST_SENTENCE = 4_000;

/**
 * The figures of one sentence, with hedge and unit. Years, dates, times, ages, ordinals and the numbers of sections, laws
 * and names are none; nor is a bare number that counts nothing.
 */
export function readFigures(sentence: string): Figure[] {
  if (sentence.length > LONGEST_SENTENCE) return [];
  const hidden = hideNonFigures(sentence);
  const figures: Figure[] = [];
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(hidden); match; match = FIGURE.exec(hidden)) {
    const read = readMatch(sentence, match);
    if (read.figure !== null) figures.push(read.figure);
    FIGURE.lastIndex = Math.max(read.next, match.index + 1);
  }
  return figures;
}

function readMatch(
  sentence: string,
  match: RegExpExecArray,
): { figure: Figure | null; next: number } {
  const { hedge, words, from, until, low: single, high: upper, percent } = match.groups ?? {};
  const start = match.index;
  const first = from ?? single;
  const range = first === undefined ? null : readRange(first, until ?? upper);
  // "three officials or two": the second is another figure.
  const isCut = upper !== undefined && range !== null && range.high === range.low;
  let end = isCut ? start + (hedge ?? '').length + (first ?? '').length : start + match[0].length;
  const next = end;
  const sign =
    isCut || percent === undefined ? (CURRENCY_SIGN.exec(first ?? '')?.[0] ?? null) : 'percent';
  const more = AFTER.exec(sentence.slice(end, end + 10))?.[0] ?? '';
  const moreAt = end;
  end += more.length;
  const counted = TON.test(first ?? '') ? { name: 'tons', end } : readUnit(sentence, end);
  const unit = sign === null ? counted : { name: sign, end };
  const before = sentence.slice(Math.max(0, start - LOOKED_BACK), start);
  if (
    sign === null &&
    first !== undefined &&
    !counts(first, range?.low ?? 0, { before, hedge, unit: unit?.name })
  )
    return { figure: null, next };
  end = unit?.end ?? end;
  const hedgeSpan =
    hedge !== undefined
      ? { start, end: start + hedge.trimEnd().length }
      : more !== ''
        ? { start: moreAt + more.length - more.trimStart().length, end: moreAt + more.length }
        : null;
  return {
    next: Math.max(next, end),
    figure: {
      start,
      end,
      hedge: hedgeSpan,
      amount: {
        low: range?.low ?? null,
        high: range?.high ?? null,
        words: range === null ? (words ?? '').toLowerCase().replaceAll('-', ' ') : null,
        unit: unit?.name ?? null,
      },
    },
  };
}

const TON = /^an? ton/i;

/** Whether a number without a percentage or a currency says how many. */
function counts(
  printed: string,
  value: number,
  { before, hedge, unit }: { before: string; hedge: string | undefined; unit: string | undefined },
): boolean {
  const isLarge = /,|\d[ -]?(?!k$)\p{L}/iu.test(printed) || (!/\d/.test(printed) && value > 20);
  if (value === 0 || (value === 1 && !/\p{L}{4}/u.test(printed) && !/^an? /i.test(printed)))
    return false;
  if (TON.test(printed)) return hedge !== undefined;
  if (!isLarge && value <= SMALL_COUNT && DETERMINED.test(before)) return false;
  if (!isLarge && hedge === undefined && NAMED.test(before)) return false;
  if (unit !== undefined || isLarge) return true;
  return hedge !== undefined && !AGE_HEDGE.test(hedge) && /\d/.test(printed);
}

function readRange(
  first: string,
  second: string | undefined,
): { low: number; high: number } | null {
  const low = readAmount(first);
  const high = second === undefined ? low : readAmount(second);
  if (low === null || high === null) return low === null ? null : { low, high: low };
  // "5 to 6 million": the scale of the second is the first's too.
  const scale = scaleIn(second ?? '');
  const scaled = scaleIn(first) === 1 && low * scale <= high ? low * scale : low;
  return scaled < high ? { low: scaled, high } : { low, high: low };
}

function readAmount(printed: string): number | null {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(printed)?.[0];
  // 4.1 million is 4,100,000 and not 4,099,999.9999999995.
  if (digits !== undefined)
    return Number((Number(digits.replaceAll(',', '')) * scaleIn(printed)).toPrecision(15));
  return TON.test(printed) ? 1 : readNumberWords(printed);
}

function scaleIn(printed: string): number {
  const word = /(?:\d|[ -])(\p{L}+)$/u.exec(printed)?.[1];
  return word === undefined ? 1 : scaleOf(word);
}

/** What a figure says, comparable between files: "25%", "25 percent" and "25 per cent" are one. */
export interface Amount {
  /** The number, the lower end of a range; `null` for one that is not said ("hundreds of thousands", "one in five"). */
  readonly low: number | null;
  /** The upper end; equal to `low` for a single number. */
  readonly high: number | null;
  /** The words of a number that is not said; `null` for one that is. */
  readonly words: string | null;
  /** "percent", a currency's sign, or the noun counted as printed, in small letters; `null` where none is printed. */
  readonly unit: string | null;
}
