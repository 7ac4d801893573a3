import type { Claims, QuietDays, Store } from '../store.js';
import { createDeliveries } from './deliveries.js';
import { createPosts } from './posts.js';
import { forget, prune } from './prune.js';
import { createReports } from './reports.js';
import { createSeenArticles } from './seen-articles.js';
import { createChannelSettings, createDigestSettings } from './settings.js';
import type { Database } from './tables.js';
import { createThreads } from './threads.js';
import { createWatches } from './watches.js';
import { hashOf } from './words.js';

/** The store over tables that are up to date; the queries are the same for both databases. */
export function createSqlStore(
  db: Database,
  { now, check }: { readonly now: () => Date; readonly check: () => Promise<void> },
): Store {
  return {
    claims: createClaims(db, now),
    threads: createThreads(db, now),
    channels: createChannelSettings(db),
    digests: createDigestSettings(db),
    deliveries: createDeliveries(db, now),
    seenArticles: createSeenArticles(db),
    watches: createWatches(db),
    posts: createPosts(db),
    reports: createReports(db),
    quietDays: createQuietDays(db),
    check,
    prune: () => prune(db, now()),
    forget: (user, direct) => forget(db, user, direct),
    close: () => db.destroy(),
  };
}

function createClaims(db: Database, now: () => Date): Claims {
  return {
    async claim(key) {
      const claimed = await db
        .insertInto('claims')
        .values({ key: hashOf(key), at: now().getTime() })
        .onConflict((on) => on.doNothing())
        .returning('key')
        .executeTakeFirst();
      return claimed !== undefined;
    },
  };
}

function createQuietDays(db: Database): QuietDays {
  const passages = db.selectFrom('quiet_days').select(['file', 'start', 'end', 'fingerprint']);
  return {
    async get(day) {
      return (await passages.where('day', '=', day).executeTakeFirst()) ?? null;
    },
    before: (day, count) =>
      passages.where('day', '<', day).orderBy('day', 'desc').limit(count).execute(),
    async set(day, { file, start, end, fingerprint }) {
      const passage = { file, start, end, fingerprint };
      await db
        .insertInto('quiet_days')
        .values({ day, ...passage })
        .onConflict((on) => on.column('day').doUpdateSet(passage))
        .execute();
    },
  };
}
