import type { Excerpt, Freshness, Span } from '../../answer/answer.js';
import type { Article } from '../../corpus/article/article.js';
import type { Quotation } from '../quotations-in.js';

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
  /** How many words differ: of each run that differs, the words of its longer side. 0 where only punctuation does. */
  readonly differing: number;
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
