import type { Channel } from '../store/channel.js';
import type { Watch, WatchMade } from '../store/watches.js';

/** What people do with their watches. */
export interface WatchDesk {
  /**
   * Saves a question; nothing that is in the archive already will be told.
   * @throws QuestionError when the question cannot be read
   */
  add(where: Channel, user: string, question: string): Promise<WatchMade>;
  /** Those that tell in a channel, or all of a person; oldest first. */
  list(of: Channel | { readonly team: string; readonly user: string }): Promise<readonly Watch[]>;
  /** Gives the removed watch; `null` when there was none any more. */
  remove(id: string): Promise<Watch | null>;
}
