/** Names a channel, or a direct message with one person. Ids are Slack's. */
export interface ChannelRef {
  readonly team: string;
  readonly channel: string;
}

/** 1 is Monday and 7 is Sunday, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** On a day without news: one dated passage of the archive, a note that there is none, or no message at all. */
export type QuietDay = 'archive' | 'note' | 'skip';

/** What the people of a channel choose for their digest. */
export interface DigestChoice {
  /** `HH:MM`, 00:00 to 23:59, on the clocks of `zone`. */
  readonly time: string;
  /** IANA name, such as `America/New_York`. */
  readonly zone: string;
  /** In order, without repeats; never empty. */
  readonly days: readonly Weekday[];
  /** A question that news must answer to be in this digest; `null` takes all. */
  readonly topic: string | null;
  readonly quiet: QuietDay;
}

export interface DigestSetting extends ChannelRef, DigestChoice {
  /** `paused` and `off` send nothing; what was sent before is remembered through both. */
  readonly state: 'on' | 'paused' | 'off';
  /** Slack's error code when the bot paused it itself, such as `is_archived`; `null` when a person did. */
  readonly pausedBy: string | null;
  /** The person who changed it last, told when it cannot be delivered, `null` for one who was forgotten; and when. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
  /** When time, zone or days were changed, or it was switched on: what was due before then is not sent. */
  readonly runsFrom: Date;
  /** The local date, `YYYY-MM-DD`, of the last digest that was sent or left out as quiet; `null` before the first. */
  readonly lastDay: string | null;
  /** When that was; `null` before the first. */
  readonly lastAt: Date | null;
  /** The archive as the last digest knew it: a sequence number of what was seen; `null` before the first. */
  readonly seenUpTo: number | null;
}

/** What the people of a channel have said of the channel itself. */
export interface ChannelSetting {
  /**
   * Who let people of other organisations read the archive there, `null` for one who was forgotten, and when; `null` while
   * nobody has.
   */
  readonly opened: { readonly by: string | null; readonly at: Date } | null;
  /** Whether only the admins of the configuration may change what is set there. */
  readonly onlyAdmins: boolean;
  /** Whether questions in threads that the bot has answered in need no mention. */
  readonly followUps: boolean;
}

/** A saved question: whoever asked it is told when an article arrives that answers it. */
export interface Watch extends ChannelRef {
  readonly id: string;
  /** Who made it. */
  readonly user: string;
  readonly question: string;
  readonly madeAt: Date;
  /** The archive as it was last looked at for this watch: a sequence number of what was seen. */
  readonly seenUpTo: number;
}

/** Words of a file that a message shows. */
export interface PostedCitation {
  readonly file: string;
  readonly paragraph: number;
  /** UTF-16 offsets into the article's text when it was posted. */
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  /** As posted: a correction shows them beside what stands there now. */
  readonly words: string;
}

/** A message of the bot that everybody in a channel can read, and what it cited. */
export interface NewPost extends ChannelRef {
  /** Slack's timestamp: the message's id within its channel. */
  readonly ts: string;
  /** The thread it stands in; `null` when it stands by itself, and then its own thread is the place for corrections. */
  readonly thread: string | null;
  readonly at: Date;
  /** Who asked for it, or set up what sends it, and so may take it away; `null` where no person did. */
  readonly askedBy: string | null;
  /** The message as it was posted, in a form for whoever posts to read again; `null` where that is not known. */
  readonly body: string | null;
  readonly citations: readonly PostedCitation[];
}

/** `null` while the words stand; else a fingerprint of what the thread was notified of. */
export type Notified = string | null;

/** It comes without its body, which is asked for by itself: there are many posts, and bodies are long. */
export interface Post extends Omit<NewPost, 'body'> {
  readonly id: string;
  /** How many corrections its thread has had. */
  readonly corrections: number;
  readonly citations: readonly (PostedCitation & {
    readonly notified: Notified;
    readonly notifiedAt: Date | null;
  })[];
}

/** Where a passage stands. */
export interface ShownPassage {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
}

/** What somebody says is wrong with a passage that came for a question. */
export const REPORT_REASONS = ['no answer', 'wrong subject', 'out of date', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Somebody's word that a passage should not have come. */
export interface Report extends ShownPassage {
  readonly team: string;
  /** Who says so. */
  readonly user: string;
  readonly at: Date;
  readonly question: string;
  /** The questions before it in its thread, oldest first. */
  readonly thread: readonly string[];
  readonly paragraph: number;
  readonly reason: ReportReason;
  /** In their own words; `null` for none. */
  readonly remark: string | null;
}

/** A file's content, by the SHA-256 of its bytes. */
export interface SeenFile {
  readonly file: string;
  readonly sha256: string;
}

/** A file whose content is another than before; `null` when it was not in the archive yet. */
export interface ChangedFile extends SeenFile {
  readonly before: string | null;
}

/** A message that the bot sends of its own accord: once, over restarts and replicas. */
export interface Delivery extends ChannelRef {
  /** Says what is sent, such as `digest:T1:C1:2026-11-24`; the message carries it, so that it can be found again. */
  readonly key: string;
  readonly kind: 'digest' | 'watch' | 'correction' | 'notice';
  /** The moment it is about: a digest's due time. Nothing of it can have been posted before. */
  readonly dueAt: Date;
}

/** A delivery on which somebody has, or had, a lease. */
export interface LeasedDelivery extends Delivery {
  /** 1 at first. With more, an earlier try may have posted it: look before posting again. */
  readonly tries: number;
  /** What the last try was about to write down, `null` when it came to nothing. */
  readonly prepared: string | null;
}

/** A delivery that was given up. */
export interface FailedDelivery extends Pick<Delivery, 'kind' | 'team' | 'channel'> {
  /** Slack's error code, or what barred the way. */
  readonly reason: string;
  readonly at: Date;
}

/** The reason of a delivery that nobody waited for any more: what it was of is gone. */
export const POINTLESS = 'became pointless';

/** What holds once a message is posted; written in one step with the mark that it is. */
export interface DeliveryEffects {
  /** `day` is `null` for one sent besides those of the plan. */
  readonly digest?:
    { readonly day: string | null; readonly at: Date; readonly seenUpTo: number } | undefined;
  readonly post?: NewPost | undefined;
  readonly watch?:
    | {
        readonly id: string;
        readonly seenUpTo: number;
        readonly notified: readonly string[];
      }
    | undefined;
  readonly correction?:
    | {
        readonly post: string;
        readonly corrections: number;
        readonly notified: readonly Notified[];
        readonly at: Date;
      }
    | undefined;
}

/** `sent` needs no message's timestamp when there was nothing to send, as on a quiet day. */
export type DeliveryResult =
  | { readonly status: 'sent'; readonly ts: string | null }
  | { readonly status: 'failed'; readonly reason: string };
