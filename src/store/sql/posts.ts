import type { DeliveryEffects, NewPost, Post } from '../records.js';
import type { Posts } from '../store.js';
import { chunks, type Database, type Tables } from './tables.js';
import { decodeWords, encodeWords } from './words.js';

/** Posts come with their words: so many are read without letting an answer go first. */
const IDS_AT_ONCE = 500;

/** All but the body. */
const COLUMNS = [
  'id',
  'team',
  'channel',
  'ts',
  'thread',
  'at',
  'corrections',
  'asked_by',
] as const satisfies (keyof Tables['posts'])[];

export function createPosts(db: Database): Posts {
  async function read(ids: readonly string[]): Promise<readonly Post[]> {
    const posts: Post[] = [];
    for (const some of chunks(ids, IDS_AT_ONCE)) {
      const rows = await db.selectFrom('posts').select(COLUMNS).where('id', 'in', some).execute();
      const citations = await db
        .selectFrom('post_citations')
        .selectAll()
        .where('post', 'in', some)
        .orderBy('position')
        .execute();
      const of = new Map(rows.map(({ id }) => [id, [] as typeof citations]));
      for (const citation of citations) of.get(citation.post)?.push(citation);
      for (const row of rows) posts.push(toPost(row, of.get(row.id) ?? []));
    }
    return posts.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  }

  return {
    remember: (post) => db.transaction().execute((transaction) => rememberPost(transaction, post)),

    async get(id) {
      return (await read([id]))[0] ?? null;
    },

    async find({ team, channel }, ts) {
      return (await read([idOf({ team, channel, ts })]))[0] ?? null;
    },

    async body(id) {
      const row = await db
        .selectFrom('posts')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.body ?? null;
    },

    async forget(id) {
      await db.deleteFrom('posts').where('id', '=', id).execute();
    },

    async citing(files) {
      const all = db.selectFrom('post_citations').select('post').distinct();
      const rows = files === undefined ? await all.execute() : [];
      for (const some of chunks(files ?? []))
        rows.push(...(await all.where('file', 'in', some).execute()));
      return read([...new Set(rows.map(({ post }) => post))]);
    },

    async notifiedSince({ team, channel }, since) {
      const rows = await db
        .selectFrom('posts')
        .innerJoin('post_citations', 'post_citations.post', 'posts.id')
        .select('posts.id')
        .distinct()
        .where((of) => of.and({ team, channel }))
        .where('post_citations.told', 'is not', null)
        .where('post_citations.told_at', '>', since.getTime())
        .execute();
      return read(rows.map(({ id }) => id));
    },

    setNotified: (post, corrections, notified, at) =>
      db
        .transaction()
        .execute((transaction) =>
          writeNotified(transaction, { post, corrections, notified, at }, 0),
        ),

    async wantsCorrections({ team, channel }) {
      const row = await db
        .selectFrom('channel_corrections')
        .select('wanted')
        .where((of) => of.and({ team, channel }))
        .executeTakeFirst();
      return row?.wanted !== 0;
    },

    async setCorrections({ team, channel }, wanted, by, at) {
      const values = { wanted: wanted ? 1 : 0, changed_by: by, changed_at: at.getTime() };
      await db
        .insertInto('channel_corrections')
        .values({ team, channel, ...values })
        .onConflict((on) => on.columns(['team', 'channel']).doUpdateSet(values))
        .execute();
    },
  };
}

function idOf({ team, channel, ts }: Pick<NewPost, 'team' | 'channel' | 'ts'>): string {
  return `${team}:${channel}:${ts}`;
}

/**
 * Once for each message, whoever tells of it a second time. One without citations that nobody asked for is not worth a
 * row: it is neither corrected nor taken away.
 */
export async function rememberPost(db: Database, post: NewPost): Promise<void> {
  const { team, channel, ts, thread, at, askedBy, body, citations } = post;
  if (citations.length === 0 && askedBy === null) return;
  const id = idOf(post);
  const made = await db
    .insertInto('posts')
    .values({
      id,
      team,
      channel,
      ts,
      thread,
      at: at.getTime(),
      corrections: 0,
      asked_by: askedBy,
      body,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made || citations.length === 0) return;
  await db
    .insertInto('post_citations')
    .values(
      citations.map(({ file, paragraph, start, end, fingerprint, words }, position) => ({
        post: id,
        position,
        file,
        paragraph,
        start,
        end,
        fingerprint,
        words: encodeWords(words),
        told: null,
        told_at: null,
      })),
    )
    .execute();
}

/** Writes what the thread knows now; false when it has had another correction meanwhile. `more` corrections are counted. */
export async function writeNotified(
  db: Database,
  { post, corrections, notified, at }: NonNullable<DeliveryEffects['correction']>,
  more: number,
): Promise<boolean> {
  const current = await db
    .updateTable('posts')
    .set({ corrections: corrections + more })
    .where((of) => of.and({ id: post, corrections }))
    .returning('id')
    .executeTakeFirst();
  if (!current) return false;
  for (const [position, told] of notified.entries())
    await db
      .updateTable('post_citations')
      .set({ told, told_at: at.getTime() })
      .where((of) => of.and({ post, position }))
      .where('told', 'is distinct from', told)
      .execute();
  return true;
}

function toPost(
  row: Omit<Tables['posts'], 'body'>,
  citations: readonly Tables['post_citations'][],
): Post {
  const { id, team, channel, ts, thread, at, corrections, asked_by: askedBy } = row;
  return {
    id,
    team,
    channel,
    ts,
    thread,
    at: new Date(at),
    corrections,
    askedBy,
    citations: citations.map(({ file, paragraph, start, end, fingerprint, words, ...rest }) => ({
      file,
      paragraph,
      start,
      end,
      fingerprint,
      words: decodeWords(words),
      notified: rest.told,
      notifiedAt: rest.told_at === null ? null : new Date(rest.told_at),
    })),
  };
}
