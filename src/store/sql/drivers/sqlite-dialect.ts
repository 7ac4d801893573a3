import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { whileBusy } from './while-busy.js';

/** SQLite under several processes. `open` is called once, when the first query comes. */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #open: () => Promise<SqliteDatabase>;
  constructor(open: () => Promise<SqliteDatabase>) {
    super({ database: open });
    this.#open = open;
  }
  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver({ database: async () => repeatable(await this.#open()) });
  }
}

/**
 * Waits while another process writes. A transaction takes the lock for writing at once: one that reads first and then
 * writes would fail, without any waiting, where another process has written in between.
 */
class SharedSqliteDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => whileBusy(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

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
