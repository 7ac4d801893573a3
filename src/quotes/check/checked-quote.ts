import { type Excerpt, excerptOf, type Freshness, type Span } from '../../answer/answer.js';
import { SENTENCE_CEILING } from '../../answer/cut-citation.js';
import type { Article, Paragraph } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { partitionPoint } from '../../corpus/partition-point.js';
import { type Quotation, quotationsIn } from '../quotations-in.js';

/**
 * `verbatim`: the words stand in the archive, but for what was forgiven. `differs`: something much like them does.
 * `not found`: nothing like them does, which says nothing about whether they were ever spoken.
 */
export type CheckStatus = 'verbatim' | 'differs' | 'not found';

/**
 * What a pasted sentence and the file may differ in and still be the same words. `characters` are Unicode forms,
 * ligatures, soft hyphens and other invisible characters.
 */
export const FORGIVEN_KINDS = [
  'case',
  'quotation marks',
  'dashes',
  'spaces',
  'characters',
  'ellipsis',
  'brackets',
] as const;

export type Forgiven = (typeof FORGIVEN_KINDS)[number];

/** The words, or those of them that stand together in one paragraph. */
export interface QuotePart extends Excerpt {
  /** The sentences of the paragraph that they stand in; the words alone where a sentence is too long to be shown. */
  readonly around: Span;
}

/** Where the words stand. `start` and `end` span all parts. */
export interface QuotePlace extends Span {
  readonly article: Article;
  /** In order; more than one where the words run over a paragraph's end, or an ellipsis leaves some out. */
  readonly parts: readonly QuotePart[];
  /** How many printed words an ellipsis or brackets stand for. */
  readonly leftOut: number;
  /** Whose quotations the words stand in, wholly or in part; empty where they are the reporter's own. */
  readonly quotations: readonly Quotation[];
  /** In the order of `FORGIVEN_KINDS`. */
  readonly forgiven: readonly Forgiven[];
}

/** A run of words and punctuation that both have, or that differ; a side that has nothing there is `null`. */
export interface Difference {
  readonly same: boolean;
  /** In the article's text. */
  readonly printed: Span | null;
  /** In the pasted sentence. */
  readonly pasted: Span | null;
}

/** The words of the archive most like the pasted ones. */
export interface NearestQuote {
  readonly place: QuotePlace;
  /** The whole of both, in order. Between two runs stand only white space and marks. */
  readonly differences: readonly Difference[];
  readonly counts: DifferingWords;
  /** How many words differ: all of these. 0 where only punctuation does. */
  readonly differing: number;
}

/** How many printed words the pasted sentence has others for, and lacks; and how many words of its own it adds. */
export interface DifferingWords {
  readonly replaced: number;
  readonly leftOut: number;
  readonly added: number;
}

export interface CheckedQuote {
  /** As pasted, white space at the ends left out. */
  readonly sentence: string;
  readonly status: CheckStatus;
  /** In the order of the archive; empty unless verbatim. */
  readonly places: readonly QuotePlace[];
  /** How often the words stand in the archive, listed or not. */
  readonly total: number;
  /** Every article that carries the words, listed or not. */
  readonly carriers: readonly Article[];
  /** Only where it differs. */
  readonly nearest: NearestQuote | null;
  readonly searched: Freshness;
}

/** A place from the stretches of an article that hold the words; a stretch over a paragraph's end makes two parts. */
export function quotePlace(
  article: Article,
  stretches: readonly Span[],
  { leftOut, forgiven }: { readonly leftOut: number; readonly forgiven: ReadonlySet<Forgiven> },
): QuotePlace {
  const parts = stretches.flatMap((stretch) => partsOf(article, stretch));
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? 0;
  const quotations = quotationsIn(article).filter((quotation) =>
    parts.some((part) => part.start < quotation.end && quotation.start < part.end),
  );
  return {
    article,
    start,
    end,
    parts,
    quotations,
    leftOut,
    forgiven: FORGIVEN_KINDS.filter((kind) => forgiven.has(kind)),
  };
}

function partsOf(article: Article, stretch: Span): QuotePart[] {
  const parts: QuotePart[] = [];
  for (let at = paragraphAt(article, stretch.start); ; at += 1) {
    const paragraph = article.paragraphs[at];
    if (!paragraph || paragraph.start >= stretch.end) return parts;
    const start = Math.max(stretch.start, paragraph.start);
    const end = Math.min(stretch.end, paragraph.end);
    parts.push({
      ...excerptOf({ article, paragraph }, { start, end }),
      around: sentencesAround(article, paragraph, { start, end }),
    });
  }
}

function sentencesAround({ text }: Article, paragraph: Paragraph, part: Span): Span {
  const touched = splitSentences(text.slice(paragraph.start, paragraph.end)).filter(
    ({ start, end }) => paragraph.start + start < part.end && part.start < paragraph.start + end,
  );
  const start = Math.min(part.start, paragraph.start + (touched[0]?.start ?? Infinity));
  const end = Math.max(part.end, paragraph.start + (touched.at(-1)?.end ?? 0));
  const tooLong = end - start > part.end - part.start + SENTENCE_CEILING;
  return tooLong ? { start: part.start, end: part.end } : { start, end };
}

/** The place, from 0, of the last paragraph that begins at or before an offset. */
export function paragraphAt({ paragraphs }: Article, offset: number): number {
  const after = partitionPoint(
    paragraphs.length,
    (index) => (paragraphs[index]?.start ?? Infinity) > offset,
  );
  return Math.max(0, after - 1);
}
