import type { Citation } from '../../answer/answer.js';
import type {
  ChannelRef,
  DigestSetting,
  Post,
  PostedCitation,
  Watch,
} from '../../store/records.js';
import type { Digest } from '../content/digest.js';
import type { Correction } from '../corrections/correction.js';

/** What arrived for a watch. */
export interface WatchNews {
  readonly watch: Watch;
  /** The best passage of each article that answers, best first. */
  readonly citations: readonly Citation[];
}

/** A word to the person who set a digest up. */
export interface Notice {
  readonly setting: DigestSetting;
  /** `undelivered`: every try failed, and the next digest will be tried as usual. `paused`: no try can succeed. */
  readonly kind: 'undelivered' | 'paused';
  /** Slack's error code, or what barred the way. */
  readonly reason: string;
  readonly dueAt: Date;
}

/** What the bot sends of its own accord, as data. */
export type OutboxMessage =
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'watch'; readonly news: WatchNews }
  | { readonly kind: 'correction'; readonly corrections: readonly Correction[] }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** Where a message goes: a channel, a thread in it, or a person (then `channel` is the person's id). */
export interface Address extends ChannelRef {
  readonly thread: string | null;
}

/** The way to Slack for what nobody asked for just now. */
export interface Outbox {
  /** The citations that the message shows; fewer than it was given where Slack's limits leave no room. */
  shown(message: OutboxMessage, key: string): readonly PostedCitation[];
  /**
   * Posts once, without any try of its own to repeat it. The message carries the key. `body` is what was posted.
   * @throws PostError
   */
  post(
    to: Address,
    message: OutboxMessage,
    key: string,
  ): Promise<{ readonly ts: string; readonly body: string }>;
  /**
   * The bot's own message with this key, posted since a moment; `null` when there is none.
   * @throws PostError
   */
  find(to: Address, key: string, since: Date): Promise<{ readonly ts: string } | null>;
  /**
   * Says at the top of a message that was posted what has become of its words: all that stands corrected now, which
   * replaces what was said there before.
   * @throws PostError
   */
  mark(
    message: Pick<Post, 'channel' | 'ts'>,
    body: string,
    corrections: readonly Correction[],
  ): Promise<void>;
}

/**
 * `later`: nothing was posted; try again, after `retryAfterMs` where Slack says so. `unsure`: Slack failed, and may have
 * posted it before that. `unanswered`: no answer came, so it may have been posted, or be on its way still. `refused`: this message cannot be posted. `closed`: nothing can be posted there.
 */
export type PostFault = 'later' | 'unsure' | 'unanswered' | 'refused' | 'closed';

export class PostError extends Error {
  override readonly name = 'PostError';
  constructor(
    readonly fault: PostFault,
    /** Slack's error code, or what went wrong on the way. */
    readonly reason: string,
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`not posted: ${reason}`, options);
  }
}
