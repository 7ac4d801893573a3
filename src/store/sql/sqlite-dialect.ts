import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDialectConfig,
} from 'kysely';
import type Libsql from 'libsql';
import { createSqliteConnection } from './sqlite-connection.js';

/** Kysely's SQLite over libsql. `open` is called once, when the first query comes. */
export class LibsqlDialect extends SqliteDialect {
  readonly #open: () => Promise<Libsql.Database>;
  constructor(open: () => Promise<Libsql.Database>) {
    super({ database: open });
    this.#open = open;
  }
  override createDriver(): SqliteDriver {
    let connection: DatabaseConnection | null = null;
    return new ImmediateDriver(
      {
        database: async () => {
          const database = await this.#open();
          connection = createSqliteConnection(database);
          return database;
        },
      },
      () => connection,
    );
  }
}

/**
 * Transactions that take the lock for writing at once: one that reads first and then writes would fail, without any
 * waiting, where another process has written in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: () => DatabaseConnection | null;
  constructor(config: SqliteDialectConfig, connection: () => DatabaseConnection | null) {
    super(config);
    this.#connection = connection;
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    const own = await super.acquireConnection();
    return this.#connection() ?? own;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
