import type { Forgotten } from '../store.js';
import { FORGOTTEN, type Database } from './tables.js';

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

/** All at once, so that no half of a person is kept. */
export function forget(db: Database, user: string, direct?: string): Promise<Forgotten> {
  return db.transaction().execute(async (rows) => {
    const own = [...(await ownChannels(rows, user)), ...(direct === undefined ? [] : [direct])];
    const watches = await rows
      .deleteFrom('watches')
      .where((of) => of.or([of('person', '=', user), of('channel', 'in', own)]))
      .returning('id')
      .execute();
    const questions = await rows
      .deleteFrom('thread_questions')
      .where((of) =>
        of.or([
          of('thread', 'like', `%:with:${user}`),
          of('thread', 'like', `asked:%:${user}`),
          ...own.map((channel) => of('thread', 'like', `%:${channel}:%`)),
        ]),
      )
      .returning('thread')
      .execute();
    const digests = await rows
      .deleteFrom('digest_settings')
      .where('channel', 'in', own)
      .returning('channel')
      .execute();
    const messages = await rows
      .deleteFrom('posts')
      .where('channel', 'in', own)
      .returning('id')
      .execute();
    const sent = await rows
      .deleteFrom('deliveries')
      .where('channel', 'in', own)
      .returning('key')
      .execute();
    // Of what everybody in a channel reads only the name is personal.
    const posts = await rows
      .updateTable('posts')
      .set({ asked_by: null })
      .where('asked_by', '=', user)
      .returning('id')
      .execute();
    // Such a message is still corrected in its thread, but no longer in its own place.
    await rows
      .updateTable('posts')
      .set({ body: null })
      .where('body', 'like', `%${user}%`)
      .execute();
    const reports = await rows
      .deleteFrom('reports')
      .where('person', '=', user)
      .returning('id')
      .execute();
    await rows.deleteFrom('channel_corrections').where('channel', 'in', own).execute();
    await rows.deleteFrom('channel_settings').where('channel', 'in', own).execute();
    return {
      watches: watches.length,
      conversations: new Set(questions.map(({ thread }) => thread)).size,
      digests: digests.length,
      messages: messages.length + sent.length,
      posts: posts.length,
      reports: reports.length,
      settings: await forgetInSettings(rows, user),
    };
  });
}

/**
 * The person's own id, by which notices are sent, and their direct message with the bot, as far as anything was set or asked
 * there: nobody else can have.
 */
async function ownChannels(db: Database, user: string): Promise<string[]> {
  const direct = await db
    .selectFrom('watches')
    .select('channel')
    .where('person', '=', user)
    .union(db.selectFrom('digest_settings').select('channel').where('changed_by', '=', user))
    .union(db.selectFrom('posts').select('channel').where('asked_by', '=', user))
    .union(db.selectFrom('channel_corrections').select('channel').where('changed_by', '=', user))
    .execute();
  return [user, ...direct.flatMap(({ channel }) => (channel.startsWith('D') ? channel : []))];
}

/** Of the channels that everybody reads: what was set stays as it is. */
async function forgetInSettings(db: Database, user: string): Promise<number> {
  const changed = { changed_by: FORGOTTEN };
  const named = [
    await db
      .updateTable('digest_settings')
      .set(changed)
      .where('changed_by', '=', user)
      .returning('channel')
      .execute(),
    await db
      .updateTable('channel_corrections')
      .set(changed)
      .where('changed_by', '=', user)
      .returning('channel')
      .execute(),
    await db
      .updateTable('channel_settings')
      .set({ opened_by: null })
      .where('opened_by', '=', user)
      .returning('channel')
      .execute(),
  ];
  return named.flat().length;
}
