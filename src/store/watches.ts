import type { Channel } from './channel.js';

/** Limits that keep one person or channel from flooding the rest. */
export const WATCHES_PER_PERSON = 50;
export const WATCHES_PER_CHANNEL = 200;

/** A saved question: whoever asked it is told when an article arrives that answers it. */
export interface Watch extends Channel {
  readonly id: string;
  /** Who made it. */
  readonly user: string;
  readonly question: string;
  readonly madeAt: Date;
  /** The archive as it was last looked at for this watch. See {@link Sightings}. */
  readonly seenUpTo: number;
}

/** `made`; `there` when the channel has the same watch already; a limit that is reached refuses. */
export type WatchMade =
  | { readonly kind: 'made' | 'there'; readonly watch: Watch }
  | { readonly kind: 'person-limit' | 'channel-limit'; readonly limit: number };

export interface Watches {
  /** `told` are the files that answer already: no edit of theirs is news. */
  add(watch: Watch, told: readonly string[]): Promise<WatchMade>;
  get(id: string): Promise<Watch | null>;
  /** Of a person, of a channel, or all; oldest first. */
  list(of?: { readonly team: string; readonly user: string } | Channel): Promise<readonly Watch[]>;
  /** False when there was none any more. */
  remove(id: string): Promise<boolean>;
  /** Which of the files this watch has been told of, or was made after. */
  told(id: string, files: readonly string[]): Promise<ReadonlySet<string>>;
  /** Moves on without a message, unless another replica has. */
  moveOn(id: string, from: number, to: number): Promise<boolean>;
}
