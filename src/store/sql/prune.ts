import type { Database } from './tables.js';

const DAY_MS = 24 * 60 * 60_000;

/** How long what is kept; the README says the same. Settings and watches stay until somebody takes them away. */
const CLAIMS_KEPT_MS = DAY_MS;
export const THREADS_KEPT_MS = 30 * DAY_MS;
const DELIVERIES_KEPT_MS = 60 * DAY_MS;
const POSTS_KEPT_MS = 365 * DAY_MS;
const REPORTS_KEPT_MS = 365 * DAY_MS;
const QUIET_DAYS_KEPT_MS = 60 * DAY_MS;

export async function prune(db: Database, now: Date): Promise<void> {
  const before = (kept: number): number => now.getTime() - kept;

  await db.deleteFrom('claims').where('at', '<', before(CLAIMS_KEPT_MS)).execute();
  await db
    .deleteFrom('thread_questions')
    .where('thread', 'in', (row) =>
      row
        .selectFrom('thread_questions')
        .select('thread')
        .groupBy('thread')
        .having((group) => group(group.fn.max('at'), '<', before(THREADS_KEPT_MS))),
    )
    .execute();
  // One that has not ended is looked after until it does.
  await db
    .deleteFrom('deliveries')
    .where('status', 'is not', null)
    .where('changed_at', '<', before(DELIVERIES_KEPT_MS))
    .execute();
  await db.deleteFrom('posts').where('at', '<', before(POSTS_KEPT_MS)).execute();
  await db.deleteFrom('reports').where('at', '<', before(REPORTS_KEPT_MS)).execute();
  await db
    .deleteFrom('quiet_days')
    .where('day', '<', new Date(before(QUIET_DAYS_KEPT_MS)).toISOString().slice(0, 10))
    .execute();
  await pruneSeen(db);
}

/** What a file held before the number that every digest and watch has come past is asked for by nobody. */
async function pruneSeen(db: Database): Promise<void> {
  const newest = await db.selectFrom('newest_moment').select('moment').executeTakeFirst();
  if (!newest) return;
  const digests = await db
    .selectFrom('digest_settings')
    .select((row) => row.fn.min('seen_up_to').as('moment'))
    .executeTakeFirst();
  const watches = await db
    .selectFrom('watches')
    .select((row) => row.fn.min('seen_up_to').as('moment'))
    .executeTakeFirst();
  const passed = Math.min(digests?.moment ?? Infinity, watches?.moment ?? Infinity, newest.moment);
  await db
    .deleteFrom('sightings')
    .where('moment', '<', (row) =>
      row
        .selectFrom('sightings as later')
        .select((columns) => columns.fn.max('later.moment').as('moment'))
        .whereRef('later.file', '=', 'sightings.file')
        .where('later.moment', '<=', passed),
    )
    .execute();
}
