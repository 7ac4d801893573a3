import type { Answer } from '../answer/answer.js';
import type { Figures } from '../answer/figures/figures.js';
import type { Sources } from '../answer/sources.js';
import type { Timeline } from '../answer/timeline/timeline.js';
import type { CheckedQuote } from '../quotes/check/checked-quote.js';
import type { QuotesFound } from '../quotes/find-quotations.js';

/** What the desk answers to a request of each kind. */
export type Reply =
  | { readonly kind: 'passages'; readonly answer: Answer }
  | { readonly kind: 'quotes'; readonly found: QuotesFound }
  | { readonly kind: 'check'; readonly checked: CheckedQuote }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'figures'; readonly figures: Figures }
  | { readonly kind: 'sources'; readonly sources: Sources };
