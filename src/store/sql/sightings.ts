import { sql } from 'kysely';
import type { Sighted, Sighting, Sightings } from '../sightings.js';
import type { Database } from './database.js';

/** Rows of one INSERT: SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 5_000;

export function createSightings(db: Database): Sightings {
  async function newest(): Promise<number> {
    const row = await db.selectFrom('newest_moment').select('moment').executeTakeFirst();
    return row?.moment ?? 0;
  }

  async function write(differs: readonly Sighting[], readAt: number): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      // The row's lock is held to the end: moments become visible in their order.
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
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        await transaction
          .insertInto('sightings')
          .values(rows.slice(from, from + ROWS_AT_ONCE))
          .execute();
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
    now: newest,

    async record(articles, readAt) {
      const known = await latest(db);
      const differs = articles.filter(({ file, sha256 }) => known.get(file)?.sha256 !== sha256);
      if (differs.length > 0) await write(differs, readAt.getTime());
      return newestKnownTo(readAt.getTime());
    },

    async changedSince(since) {
      const { rows } = await sql<Sighted>`
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
      const found: Sighting[] = [];
      for (let from = 0; from < contents.length; from += ROWS_AT_ONCE)
        found.push(
          ...(await db
            .selectFrom('sightings')
            .select(['file', 'sha256'])
            .distinct()
            .where('sha256', 'in', contents.slice(from, from + ROWS_AT_ONCE))
            .orderBy('file')
            .orderBy('sha256')
            .execute()),
        );
      return found;
    },

    async seenAt({ file, sha256 }) {
      const row = await db
        .selectFrom('sightings')
        .select((columns) => columns.fn.max('seen_at').as('at'))
        .where('file', '=', file)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      const at = row?.at ?? null;
      return at === null ? null : new Date(at);
    },
  };
}

/** The newest content of every file. */
async function latest(
  db: Database,
): Promise<Map<string, { readonly sha256: string; readonly seen_at: number }>> {
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
