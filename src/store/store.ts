import type {
  ChangedFile,
  ChannelRef,
  ChannelSetting,
  Delivery,
  DeliveryEffects,
  DeliveryResult,
  DigestSetting,
  FailedDelivery,
  LeasedDelivery,
  NewPost,
  Notified,
  Post,
  Report,
  SeenFile,
  ShownPassage,
  Watch,
} from './records.js';

/** What outlives a restart. Every promise holds over several processes on one database. */
export interface Store {
  readonly claims: Claims;
  readonly threads: Threads;
  readonly channels: ChannelSettings;
  readonly digests: DigestSettings;
  readonly deliveries: Deliveries;
  readonly seenArticles: SeenArticles;
  readonly watches: Watches;
  readonly posts: Posts;
  readonly reports: Reports;
  readonly quietDays: QuietDays;
  /** @throws StoreError where the database cannot be reached, or is not the one that was opened */
  check(): Promise<void>;
  /** Forgets what has been kept long enough. */
  prune(): Promise<void>;
  /**
   * Forgets a person, by the user id in Slack, in every workspace: what is theirs is deleted, and what is a channel's keeps
   * on without their name. `direct` is the direct message with the bot, where it is known; it is found by what was set or
   * asked there.
   */
  forget(user: string, direct?: string): Promise<Forgotten>;
  close(): Promise<void>;
}

/** How many of each there were. */
export interface Forgotten {
  readonly watches: number;
  /** Threads in the direct message with the bot, and what was asked in it last. */
  readonly conversations: number;
  /** Digests in the direct message. */
  readonly digests: number;
  /** Messages of the bot to this person that were kept for corrections, and those that it sent by itself. */
  readonly messages: number;
  /** Answers in channels that this person asked for. */
  readonly posts: number;
  /** Of passages as wrong. */
  readonly reports: number;
  /** Settings of channels that named this person. */
  readonly settings: number;
}

/** Thrown when the database cannot be used; the message names it and says what was expected. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code = 'no-store';
}

/** Remembers what was taken on, so that a delivery repeated by Slack is answered once. Kept for a day. */
export interface Claims {
  /** True for the first caller with this key, over restarts and replicas; false for every later one. */
  claim(key: string): Promise<boolean>;
}

/** The questions asked in each thread: the bot's own memory, for which it need not read any channel. */
export interface Threads {
  /** Oldest first, the newest twenty; none of a thread that was silent for thirty days. */
  questions(thread: string): Promise<readonly string[]>;
  remember(thread: string, question: string): Promise<void>;
}

export interface ChannelSettings {
  /** Closed, everybody's and without follow-ups where nobody has said otherwise. */
  get(channel: ChannelRef): Promise<ChannelSetting>;
  /** Changes what is given and keeps the rest. */
  change(channel: ChannelRef, change: Partial<ChannelSetting>): Promise<void>;
}

export interface DigestSettings {
  get(channel: ChannelRef): Promise<DigestSetting | null>;
  /** Of the team, or of all; in the order of team and channel, the ones that are off included. */
  list(team?: string): Promise<readonly DigestSetting[]>;
  /** Makes or changes a channel's setting, and gives it back; what was sent before stays remembered. */
  save(setting: Omit<DigestSetting, 'lastDay' | 'lastAt' | 'seenUpTo'>): Promise<DigestSetting>;
  /** Pauses after a permanent error, unless somebody changed the setting since `changedAt`. */
  pause(channel: ChannelRef, changedAt: Date, because: string): Promise<boolean>;
}

/**
 * Lease, prepare, post, finish. Kept for sixty days; digests for as long as their channel has a setting. `owner` names
 * one try of one process; what it does with a lease that it has lost gives false and changes nothing.
 */
export interface Deliveries {
  /** Leases one that nobody has had, or whose lease has run out; `null` when it is another's, or has ended. */
  lease(delivery: Delivery, owner: string, until: Date): Promise<LeasedDelivery | null>;
  /** Keeps the lease for longer, and writes down what is about to be posted where that is given. */
  renew(key: string, owner: string, until: Date, prepared?: string): Promise<boolean>;
  /** Ends it, with all that follows from it in the same step. */
  finish(
    key: string,
    owner: string,
    result: DeliveryResult,
    effects?: DeliveryEffects,
  ): Promise<boolean>;
  /** Ends the lease, for another or a later try. */
  release(key: string, owner: string): Promise<void>;
  /** Those that have not ended and whose lease has run out. */
  expired(): Promise<readonly LeasedDelivery[]>;
  /** How it ended, with what was prepared; `null` while it has not. */
  result(key: string): Promise<(DeliveryResult & { readonly prepared: string | null }) | null>;
  /** Those that were given up, with so many of the newest; none that had become pointless. */
  failed(most: number): Promise<FailedDeliveries>;
}

export interface FailedDeliveries {
  /** For each reason how many, the most frequent first. */
  readonly counts: readonly { readonly reason: string; readonly count: number }[];
  /** Newest first. */
  readonly newest: readonly FailedDelivery[];
}

/**
 * The log of what the archive has held. Each change has a sequence number: these only grow, in the order in which
 * changes became known, whatever the clocks of the machines say. What counts is content: a file touched without change
 * is not seen anew.
 */
export interface SeenArticles {
  /**
   * Writes down what is not known yet. `readAt` is when the archive was read: a replica that read it before another
   * saw a change does not undo that change. Gives the newest number up to which this reading holds all that was seen;
   * 0 before anything was.
   */
  record(articles: readonly SeenFile[], readAt: Date): Promise<number>;
  /** The files whose content is another than at the number `since`, by name. */
  changedSince(since: number): Promise<readonly ChangedFile[]>;
  /** Every file that was ever seen with one of these contents. */
  filesWith(contents: readonly string[]): Promise<readonly SeenFile[]>;
  /** When this content of a file was seen; `null` for one that never was. */
  seenAt(content: SeenFile): Promise<Date | null>;
}

/** Limits that keep one person or channel from flooding the rest. */
export const WATCHES_PER_PERSON = 50;

export const WATCHES_PER_CHANNEL = 200;

/** `made`; `there` when the channel has the same watch already; a limit that is reached refuses. */
export type AddWatchResult =
  | { readonly kind: 'made' | 'there'; readonly watch: Watch }
  | { readonly kind: 'person-limit' | 'channel-limit'; readonly limit: number };

/** Whose watches: those that post in a channel, or all of a person. */
export type WatchOwner = ChannelRef | { readonly team: string; readonly user: string };

export interface Watches {
  /** `notified` are the files that answer already: no edit of theirs is news. */
  add(watch: Watch, notified: readonly string[]): Promise<AddWatchResult>;
  get(id: string): Promise<Watch | null>;
  /** All, unless an owner is named; oldest first. */
  list(of?: WatchOwner): Promise<readonly Watch[]>;
  /** False when there was none any more. */
  remove(id: string): Promise<boolean>;
  /** The files that this watch has been notified of, or was made after. */
  notified(id: string): Promise<ReadonlySet<string>>;
  /** Moves `seenUpTo` on without a message, unless another replica has. */
  moveOn(id: string, from: number, to: number): Promise<boolean>;
}

/** Kept for a year. */
export interface Posts {
  remember(post: NewPost): Promise<void>;
  get(id: string): Promise<Post | null>;
  /** By its timestamp in a channel. */
  find(channel: ChannelRef, ts: string): Promise<Post | null>;
  /** Its body as it was posted; `null` where that is not known. */
  body(id: string): Promise<string | null>;
  /** Remembers it no more: nothing that it cited is corrected there. */
  forget(id: string): Promise<void>;
  /** Posts that cite one of the files, oldest first; all posts when no files are named. */
  citing(files?: readonly string[]): Promise<readonly Post[]>;
  /** Posts of a channel whose thread was notified of something after a moment. */
  notifiedSince(channel: ChannelRef, since: Date): Promise<readonly Post[]>;
  /** Takes note of what is so without a message, unless the thread had another correction meanwhile. */
  setNotified(
    id: string,
    corrections: number,
    notified: readonly Notified[],
    at: Date,
  ): Promise<boolean>;
  /** Whether the channel wants corrections: it does unless somebody there has said no. */
  wantsCorrections(channel: ChannelRef): Promise<boolean>;
  setCorrections(channel: ChannelRef, wanted: boolean, by: string, at: Date): Promise<void>;
}

/** Kept for a year. */
export interface Reports {
  /** A person has one for each passage that came for a question: the last counts. */
  add(report: Report): Promise<void>;
  /** Newest first; all of them unless `most` is given. */
  list(most?: number): Promise<readonly Report[]>;
}

/** The passages shown on days without news: one a day, the same in every channel. Kept for sixty days. */
export interface QuietDays {
  /** The day's passage, if one was shown. */
  get(day: string): Promise<ShownPassage | null>;
  /** Those of the last `count` days before this one that had any, newest first. */
  before(day: string, count: number): Promise<readonly ShownPassage[]>;
  set(day: string, passage: ShownPassage): Promise<void>;
}
