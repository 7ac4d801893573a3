import type { Day } from '../corpus/published-date.js';
import type { Answer, Citation, Span } from './answer.js';

/** A weekday in a citation ("on Thursday") and the one day that it can mean, worked out from the article's date. */
export interface ResolvedDay extends Span {
  /** Cut from the file. */
  readonly text: string;
  readonly day: Day;
}

export interface TimelineEntry {
  readonly citation: Citation;
  readonly days: readonly ResolvedDay[];
}

/** Passages that speak of a topic, by the dates of their articles. */
export interface Timeline {
  /** What the topic found; its citations are those of the entries, best first. */
  readonly answer: Answer;
  /** Oldest first, ranges by their first day, then their last. */
  readonly dated: readonly TimelineEntry[];
  /** Those whose article's date is not known, in the order of the archive. */
  readonly undated: readonly TimelineEntry[];
  /** Passages that fit as well and are not listed. */
  readonly leftOut: number;
}
