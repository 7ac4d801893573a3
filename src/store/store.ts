import type { Claims } from './claims.js';
import type { Deliveries } from './deliveries.js';
import type { DigestSettings } from './digest-setting.js';
import type { Posts } from './posts.js';
import type { QuietDays } from './quiet-days.js';
import type { Sightings } from './sightings.js';
import type { Threads } from './threads.js';
import type { Watches } from './watches.js';

/** What outlives a restart. Every promise holds over several processes on one database. */
export interface Store {
  readonly claims: Claims;
  readonly threads: Threads;
  readonly digests: DigestSettings;
  readonly deliveries: Deliveries;
  readonly sightings: Sightings;
  readonly watches: Watches;
  readonly posts: Posts;
  readonly quietDays: QuietDays;
  /** Forgets what has been kept long enough. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

/** Thrown when the database cannot be used; the message names it and says what was expected. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code = 'no-store';
}
