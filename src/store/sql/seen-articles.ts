import { sql } from 'kysely';
import type { ChangedFile, SeenFile } from '../records.js';
import type { SeenArticles } from '../store.js';
import { chunks, type Database, type Tables } from './tables.js';

export function createSeenArticles(db: Database): SeenArticles {
  async function newest(): Promise<number> {
    const row = await db.selectFrom('newest_moment').select('moment').executeTakeFirst();
    return row?.moment ?? 0;
  }

  async function write(differs: readonly SeenFile[], readAt: number): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      // The row's lock is held to the end: numbers become visible in their order.
      const { moment } = await transaction
        .insertInto('newest_moment')
        .values({ id: 1, moment: 1 })
        .onConflict((on) =>
          on.column('id').doUpdateSet((row) => ({ moment: row('newest_moment.moment', '+', 1) })),
        )
        .returning('moment')
        .executeTakeFirstOrThrow();
      const before = await latest(transaction);
      const rows = differs
        .filter(({ file, sha256 }) => {
          const last = before.get(file);
          return !last || (last.sha256 !== sha256 && last.seen_at <= readAt);
        })
        .map(({ file, sha256 }) => ({ moment, file, sha256, seen_at: readAt }));
      for (const some of chunks(rows))
        await transaction.insertInto('sightings').values(some).execute();
    });
  }

  /** What another replica read later may be missing from this reading. */
  async function newestKnownTo(readAt: number): Promise<number> {
    const later = await db
      .selectFrom('sightings')
      .select((row) => row.fn.min('moment').as('moment'))
      .where('seen_at', '>', readAt)
      .executeTakeFirst();
    const moment = later?.moment ?? null;
    return moment === null ? newest() : moment - 1;
  }

  return {
    async record(articles, readAt) {
      const known = await latest(db);
      const differs = articles.filter(({ file, sha256 }) => known.get(file)?.sha256 !== sha256);
      if (differs.length > 0) await write(differs, readAt.getTime());
      return newestKnownTo(readAt.getTime());
    },

    async changedSince(since) {
      const { rows } = await sql<ChangedFile>`
        select latest.file as file, latest.sha256 as sha256, earlier.sha256 as before
        from sightings as latest
        left join sightings as earlier
          on earlier.file = latest.file
          and earlier.moment = (
            select max(moment) from sightings
            where file = latest.file and moment <= ${since}
          )
        where latest.moment > ${since}
          and latest.moment = (select max(moment) from sightings where file = latest.file)
        order by latest.file`.execute(db);
      return rows.filter(({ sha256, before }) => sha256 !== before);
    },

    async filesWith(contents) {
      const all = db.selectFrom('sightings').select(['file', 'sha256']).distinct();
      const found: SeenFile[] = [];
      for (const some of chunks(contents))
        found.push(...(await all.where('sha256', 'in', some).orderBy('file').execute()));
      return found;
    },

    async seenAt({ file, sha256 }) {
      const row = await db
        .selectFrom('sightings')
        .select((columns) => columns.fn.max('seen_at').as('at'))
        .where((of) => of.and({ file, sha256 }))
        .executeTakeFirst();
      const at = row?.at ?? null;
      return at === null ? null : new Date(at);
    },
  };
}

/** The newest content of every file. */
async function latest(
  db: Database,
): Promise<ReadonlyMap<string, Pick<Tables['sightings'], 'sha256' | 'seen_at'>>> {
  const rows = await db
    .selectFrom('sightings')
    .select(['file', 'sha256', 'seen_at'])
    .where('moment', '=', (row) =>
      row
        .selectFrom('sightings as other')
        .select((columns) => columns.fn.max('other.moment').as('moment'))
        .whereRef('other.file', '=', 'sightings.file'),
    )
    .execute();
  return new Map(rows.map((row) => [row.file, row]));
}
