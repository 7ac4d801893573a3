import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kysely, sql } from 'kysely';
import type { Driver } from './sql/drivers/driver.js';
import { createPostgresDriver } from './sql/drivers/postgres.js';
import { createSqliteDriver } from './sql/drivers/sqlite.js';
import { migrate } from './sql/migrations.js';
import { createSqlStore } from './sql/sql-store.js';
import type { Tables } from './sql/tables.js';
import { StoreError, type Store } from './store.js';

/** A database that is gone when it is closed. */
export const IN_MEMORY = 'file::memory:';

const GONE =
  'the file of the database is gone, or another stands in its place. Stop the bot, put it or a backup back, and start.';

/**
 * Opens the database that `url` names and brings its tables up to date: `file:data/clipdesk.db` (a path, seen from the
 * working directory), `file::memory:` or `postgres://user:password@host/database`.
 * @throws StoreError when it cannot be used
 */
export async function openStore(needs: {
  url: string;
  now: () => Date;
  onIdleError?: (error: Error) => void;
}): Promise<Store> {
  const { url, now, onIdleError = () => {} } = needs;
  const driver = driverFor(url, onIdleError);
  const broken = (cause: unknown): StoreError =>
    new StoreError(`DATABASE_URL: ${driver.explain(cause)}`, { cause });
  const db = new Kysely<Tables>({ dialect: driver.dialect });
  try {
    await migrate(db, driver);
  } catch (cause) {
    await db.destroy().catch(() => {});
    if (cause instanceof StoreError) throw cause;
    throw broken(cause);
  }
  return createSqlStore(db, {
    now,
    async check() {
      // SQLite goes on with a file that is taken away, and what it writes there is lost when the process ends.
      if (!driver.isThere()) throw new StoreError(`DATABASE_URL: ${GONE}`);
      await sql`select 1`.execute(db).catch((cause: unknown) => {
        throw broken(cause);
      });
    },
  });
}

function driverFor(url: string, onIdleError: (error: Error) => void): Driver {
  if (/^postgres(?:ql)?:\/\//.test(url)) return createPostgresDriver(url, onIdleError);
  const file = sqliteFile(url);
  if (file !== null) return createSqliteDriver(file);
  throw new StoreError(
    'DATABASE_URL: expected file: and a path, such as file:data/clipdesk.db, or postgres://user:password@host/database.',
  );
}

/**
 * The path that an address of SQLite names, for whoever needs a database that a bot has written; `null` for another
 * database.
 * @throws StoreError where no such file is there: opening it would make an empty one
 */
export function existingFile(url: string): string | null {
  const file = sqliteFile(url);
  if (file !== null && !existsSync(file))
    throw new StoreError(
      `DATABASE_URL: there is no ${file}; expected the file of a bot that has run.`,
    );
  return file;
}

/** The path that an address of SQLite names; `null` for another database. */
function sqliteFile(url: string): string | null {
  if (url.startsWith('file://')) return fileURLToPath(url);
  return /^file:./.test(url) ? url.slice('file:'.length) : null;
}
