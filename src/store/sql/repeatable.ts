import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * A database that gives the same statement when it is asked for the same again: one that was refused because another
 * process writes stays half done until it is run again, and a transaction cannot end beside it.
 */
export function repeatable(database: SqliteDatabase): SqliteDatabase {
  let last: { readonly sql: string; readonly statement: SqliteStatement } | null = null;
  return {
    close: () => database.close(),
    prepare(sql) {
      if (last?.sql !== sql) last = { sql, statement: database.prepare(sql) };
      return last.statement;
    },
  };
}
