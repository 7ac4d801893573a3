import type { Archive } from '../answer/archive.js';
import type { Claims } from '../store/claims.js';
import type { Threads } from '../store/threads.js';

/** What every listener works with. */
export interface Desk {
  readonly archive: Archive;
  readonly claims: Claims;
  readonly threads: Threads;
  /** The slash command, `/deport` unless configured otherwise. */
  readonly command: string;
  readonly now: () => Date;
}

/** The log as this layer uses it; questions are logged at debug level and no higher. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
