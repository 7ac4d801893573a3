import type { Archive } from '../answer/archive/archive.js';
import type { DigestDesk } from '../digest/digest-desk.js';
import type { WatchDesk } from '../digest/watch-desk.js';
import type { Claims } from '../store/claims.js';
import type { Posts } from '../store/posts.js';
import type { Threads } from '../store/threads.js';

/** What every listener works with. */
export interface Desk {
  readonly archive: Archive;
  readonly claims: Claims;
  readonly threads: Threads;
  readonly digests: DigestDesk;
  readonly watches: WatchDesk;
  readonly posts: Posts;
  /** The slash command, `/deport` unless configured otherwise. */
  readonly command: string;
  /** The bot's handle, as people mention and invite it. */
  readonly handle: string;
  readonly now: () => Date;
}

/** The log as this layer uses it; questions are logged at debug level and no higher. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
