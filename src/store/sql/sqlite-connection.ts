import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type Libsql from 'libsql';
import { whileBusy } from './while-busy.js';

/**
 * One connection to SQLite, which tries again while another process writes. The same prepared statement is tried: one
 * that was refused stays half done until it is run again, and a transaction cannot end beside it.
 */
export function createSqliteConnection(database: Libsql.Database): DatabaseConnection {
  return {
    executeQuery: <R>({ sql, parameters }: CompiledQuery) => execute<R>(database, sql, parameters),
    async *streamQuery() {
      throw new Error('no query of the store is read row by row');
    },
  };
}

export async function execute<R>(
  database: Libsql.Database,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<QueryResult<R>> {
  const statement = await whileBusy(() => database.prepare<unknown[]>(sql));
  return whileBusy(() => {
    if (statement.reader) return { rows: statement.all([...parameters]) as R[] };
    const { changes } = statement.run([...parameters]);
    return { rows: [], numAffectedRows: BigInt(changes) };
  });
}
