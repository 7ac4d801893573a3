import type { Store } from '../store.js';
import { createClaims } from './claims.js';
import type { Database } from './database.js';
import { createDeliveries } from './deliveries.js';
import { createDigestSettings } from './digest-settings.js';
import { createPosts } from './posts.js';
import { prune } from './prune.js';
import { createQuietDays } from './quiet-days.js';
import { createSightings } from './sightings.js';
import { createThreads } from './threads.js';
import { createWatches } from './watches.js';

/** The store over tables that are up to date; the queries are the same for both databases. */
export function createSqlStore(db: Database, now: () => Date): Store {
  return {
    claims: createClaims(db, now),
    threads: createThreads(db, now),
    digests: createDigestSettings(db),
    deliveries: createDeliveries(db, now),
    sightings: createSightings(db),
    watches: createWatches(db),
    posts: createPosts(db),
    quietDays: createQuietDays(db),
    prune: () => prune(db, now()),
    close: () => db.destroy(),
  };
}
