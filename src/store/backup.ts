import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { existingFile } from './open-store.js';
import { StoreError } from './store.js';

/** How long another process may hold the database before the backup gives up, in milliseconds. */
const WAITED_MS = 10_000;

/**
 * Copies the SQLite database that `url` names into a new file, as it stands at one moment, while bots go on with it.
 * @throws StoreError when there is none, or the copy cannot be written; no file of that name is ever written over
 */
export function backUp(url: string, target: string): void {
  const source = existingFile(url);
  if (source === null)
    throw new StoreError('DATABASE_URL names a PostgreSQL server; back it up with pg_dump.');
  if (existsSync(target))
    throw new StoreError(`${target} is there already; expected the name of a new file.`);
  const database = new Libsql(source, { timeout: WAITED_MS });
  try {
    database.prepare('vacuum into ?').run([target]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(`${target} could not be written: ${reason}`, { cause });
  } finally {
    database.close();
  }
}
