import type { Span } from '../../../answer/answer.js';
import type { Quotation } from '../../../quotes/quotations-in.js';
import { tokenize } from '../../../search/index/terms.js';
import type { JudgedQuotation } from './judged-quotation.js';

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface MeasuredQuotations {
  /** Of the quotations listed, those that somebody said. */
  readonly precision: Share;
  /** Of the quotations judged, those that are listed. */
  readonly recall: Share;
  /** The same of those of six words or more. */
  readonly longRecall: Share;
  /** Of those listed rightly, those that have a speaker. */
  readonly speakerGiven: Share;
  /** Of those that have one, those that have the right one. */
  readonly speakerRight: Share;
  readonly missed: readonly JudgedQuotation[];
  /** Listed, and nobody's words. */
  readonly noSpeech: readonly Quotation[];
  readonly wrongSpeaker: readonly {
    readonly listed: Quotation;
    readonly judged: JudgedQuotation;
  }[];
}

/** Shorter quotations are as often a term as somebody's words. */
const LONG = 6;

/** Holds the quotations that are listed against those that were judged; what is arguable counts for neither. */
export function measureQuotations(
  listed: readonly Quotation[],
  judged: readonly JudgedQuotation[],
): MeasuredQuotations {
  const sure = judged.filter(({ arguable }) => !arguable);
  const pairs = sure.flatMap((one) => {
    const found = listed.find((quotation) => isSame(quotation, one));
    return found ? [{ listed: found, judged: one }] : [];
  });
  const known = new Set(listed.filter((quotation) => judged.some((one) => isSame(quotation, one))));
  const noSpeech = listed.filter((quotation) => !known.has(quotation));
  const found = new Set(pairs.map((pair) => pair.judged));
  const isLong = ({ article, start, end }: JudgedQuotation): boolean =>
    article.text.slice(start, end).split(/\s+/).length >= LONG;
  const given = pairs.filter((pair) => pair.listed.speaker.name !== null);
  const wrongSpeaker = given.filter((pair) => !isSpeaker(pair.listed, pair.judged));
  return {
    precision: { count: pairs.length, of: pairs.length + noSpeech.length },
    recall: { count: pairs.length, of: sure.length },
    longRecall: {
      count: sure.filter((one) => isLong(one) && found.has(one)).length,
      of: sure.filter(isLong).length,
    },
    speakerGiven: { count: given.length, of: pairs.length },
    speakerRight: { count: given.length - wrongSpeaker.length, of: given.length },
    missed: sure.filter((one) => !found.has(one)),
    noSpeech,
    wrongSpeaker,
  };
}

/** More than half of the longer one is in both. */
function isSame(a: Quotation, b: JudgedQuotation): boolean {
  if (a.article !== b.article) return false;
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both * 2 > Math.max(lengthOf(a), lengthOf(b));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** A surname is as right as the full name: all words of the shorter one stand in the longer. */
function isSpeaker({ speaker }: Quotation, { speakers }: JudgedQuotation): boolean {
  const own = wordsOf(speaker.name ?? '');
  return speakers.some((name) => {
    const [shorter, longer] = [own, wordsOf(name)].toSorted((a, b) => a.length - b.length);
    return shorter?.every((word) => longer?.includes(word)) === true;
  });
}

function wordsOf(name: string): string[] {
  return tokenize(name)
    .map(({ word }) => word)
    .filter((word) => !['the', 'a', 'an'].includes(word));
}
