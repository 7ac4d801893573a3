import type { Channel } from './channel.js';
import type { NewPost, Told } from './posts.js';

/** What the bot sends of its own accord. */
export type DeliveryKind = 'digest' | 'watch' | 'correction' | 'notice';

/** A message to be sent once, over restarts and replicas. */
export interface Delivery extends Channel {
  /** Says what is sent, such as `digest:T1:C1:2026-11-24`; the message carries it, so that it can be found again. */
  readonly key: string;
  readonly kind: DeliveryKind;
  /** The moment it is about: a digest's due time. Nothing of it can have been posted before. */
  readonly dueAt: Date;
}

/** A delivery in the hands of one process. */
export interface Taken extends Delivery {
  /** 1 at first. With more, an earlier try may have posted it: look before posting again. */
  readonly tries: number;
  /** What the last try was about to write down, `null` when it came to nothing. */
  readonly prepared: string | null;
}

/** What holds once a message is posted; written in one step with the mark that it is. */
export interface Outcome {
  /** `day` is `null` for one sent besides those of the plan. */
  readonly digest?: { readonly day: string | null; readonly at: Date; readonly seenUpTo: number };
  readonly post?: NewPost;
  readonly watch?: {
    readonly id: string;
    readonly seenUpTo: number;
    readonly told: readonly string[];
  };
  readonly correction?: {
    readonly post: string;
    readonly corrections: number;
    readonly told: readonly Told[];
    readonly at: Date;
  };
}

/** `sent` needs no message's timestamp when there was nothing to send, as on a quiet day. */
export type Ending =
  | { readonly status: 'sent'; readonly ts: string | null }
  | { readonly status: 'failed'; readonly reason: string };

/** Claim, prepare, post, finish. Kept for sixty days; digests for as long as their channel has a setting. */
export interface Deliveries {
  /**
   * Takes a delivery that nobody has taken, or that was left behind: its holder has not been heard of until
   * `heldUntil`. `null` when it is another's, or ended.
   */
  take(delivery: Delivery, holder: string, heldUntil: Date): Promise<Taken | null>;
  /** Writes down what is about to be posted and holds on; false when it is this holder's no more: then do not post. */
  prepare(key: string, holder: string, prepared: string, heldUntil: Date): Promise<boolean>;
  /** Holds on while waiting for a further try; false when it is this holder's no more. */
  hold(key: string, holder: string, heldUntil: Date): Promise<boolean>;
  /** Ends it, with all that follows from it in the same step; false when it is this holder's no more. */
  finish(key: string, holder: string, ending: Ending, outcome?: Outcome): Promise<boolean>;
  /** Lets go of it untried, for another or a later try. */
  release(key: string, holder: string): Promise<void>;
  /** Those left behind: taken, not ended, and not held any more. */
  leftBehind(): Promise<readonly Taken[]>;
  /** How it ended, with what was prepared; `null` while it has not. */
  ended(key: string): Promise<(Ending & { readonly prepared: string | null }) | null>;
}
