import type { Freshness } from '../../answer/answer.js';
import type { Article, Day } from '../../corpus/article/article.js';
import type { Quotation } from '../../quotes/quotations-in.js';
import type { ChannelRef } from '../../store/records.js';
import type { Correction } from '../corrections/correction.js';
import type { Opening } from '../../answer/opening.js';

/** An article that is new to the channel, or whose content is. */
export interface DigestEntry {
  readonly article: Article;
  readonly change: 'new' | 'changed';
  /** The beginning as printed; `null` for a withdrawn article, whose words are not shown unasked. */
  readonly lead: Opening | null;
}

/**
 * `first` introduces the archive with its newest articles; `news` holds what is new or changed since the last one;
 * `quiet` is for a day on which nothing is.
 */
export type Edition = 'first' | 'news' | 'quiet';

/** A channel's daily message, as data: words cut from files, and facts about the archive. */
export interface Digest extends ChannelRef {
  readonly edition: Edition;
  /** The local date it is for. */
  readonly day: Day;
  /** When it was due, if that is long enough ago to be said; else `null`. */
  readonly lateSince: Date | null;
  /** The zone in which `lateSince` is said. */
  readonly zone: string;
  readonly topic: string | null;
  /** Newest first, undated last. A message too long for Slack leaves out from the end. */
  readonly entries: readonly DigestEntry[];
  /** Where `entries` begins among all there are; more than 0 behind More. */
  readonly skipped: number;
  /** All there are; of a first digest, which shows five, the articles of the archive. */
  readonly total: number;
  /** What the channel was told since its last digest about words posted in it. */
  readonly corrections: readonly Correction[];
  /** At most three, by different articles of the entries. */
  readonly quotations: readonly Quotation[];
  /** On a quiet day that asks for it: the same passage in every channel. */
  readonly fromArchive: Opening | null;
  readonly searched: Freshness;
}
