import type { Selectable } from 'kysely';
import type { Post, Posts } from '../posts.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';
import { decodeWords } from './text.js';
import { rememberPost, writeTold } from './write-posts.js';

export function createPosts(db: Database): Posts {
  async function read(ids: readonly string[]): Promise<readonly Post[]> {
    const posts: Post[] = [];
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = ids.slice(from, from + IDS_AT_ONCE);
      const rows = await db.selectFrom('posts').selectAll().where('id', 'in', some).execute();
      const citations = await db
        .selectFrom('post_citations')
        .selectAll()
        .where('post', 'in', some)
        .orderBy('post')
        .orderBy('position')
        .execute();
      const of = new Map(rows.map(({ id }) => [id, [] as typeof citations]));
      for (const citation of citations) of.get(citation.post)?.push(citation);
      for (const row of rows) posts.push(toPost(row, of.get(row.id) ?? []));
    }
    return posts.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  }

  return {
    remember: (post) =>
      db.transaction().execute(async (transaction) => {
        await rememberPost(transaction, post);
      }),

    async get(id) {
      return (await read([id]))[0] ?? null;
    },

    async citing(files) {
      const ids = new Set<string>();
      const all = db.selectFrom('post_citations').select('post').distinct();
      if (files === undefined) for (const { post } of await all.execute()) ids.add(post);
      else
        for (let from = 0; from < files.length; from += IDS_AT_ONCE) {
          const some = files.slice(from, from + IDS_AT_ONCE);
          for (const { post } of await all.where('file', 'in', some).execute()) ids.add(post);
        }
      return read([...ids]);
    },

    async toldSince({ team, channel }, since) {
      const rows = await db
        .selectFrom('posts')
        .innerJoin('post_citations', 'post_citations.post', 'posts.id')
        .select('posts.id')
        .distinct()
        .where('posts.team', '=', team)
        .where('posts.channel', '=', channel)
        .where('post_citations.told', 'is not', null)
        .where('post_citations.told_at', '>', since.getTime())
        .execute();
      return read(rows.map(({ id }) => id));
    },

    note: (id, corrections, told, at) =>
      db
        .transaction()
        .execute((transaction) => writeTold(transaction, { post: id, corrections, told, at }, 0)),

    async wantsCorrections({ team, channel }) {
      const row = await db
        .selectFrom('channel_corrections')
        .select('wanted')
        .where('team', '=', team)
        .where('channel', '=', channel)
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

const IDS_AT_ONCE = 500;

function toPost(
  row: Selectable<Tables['posts']>,
  citations: readonly Selectable<Tables['post_citations']>[],
): Post {
  return {
    id: row.id,
    team: row.team,
    channel: row.channel,
    ts: row.ts,
    thread: row.thread,
    at: new Date(row.at),
    corrections: row.corrections,
    citations: citations.map((citation) => ({
      file: citation.file,
      paragraph: citation.paragraph,
      start: citation.start,
      end: citation.end,
      fingerprint: citation.fingerprint,
      words: decodeWords(citation.words),
      told: citation.told,
      toldAt: citation.told_at === null ? null : new Date(citation.told_at),
    })),
  };
}
