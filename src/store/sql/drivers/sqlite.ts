import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import type { Driver } from './driver.js';
import { repeatable, SharedSqliteDialect } from './sqlite-dialect.js';
import { TRIED_FOR_MS, whileBusy } from './while-busy.js';

/** SQLite itself waits without letting anything else run, so it waits for no longer than this, in milliseconds. */
const STANDSTILL_MS = 5;

/**
 * A file, made with its folder when it is not there; `:memory:` is gone when it is closed. What is written has reached
 * the disk (synchronous = full), so that neither a killed process nor a power cut takes back what was told to Slack.
 */
export function createSqliteDriver(file: string): Driver {
  let opened: number | null = null;
  const inode = (): number | null =>
    file === ':memory:' ? null : (statSync(file, { throwIfNoEntry: false })?.ino ?? null);
  return {
    dialect: new SharedSqliteDialect(async () => {
      if (file !== ':memory:') {
        mkdirSync(path.dirname(file), { recursive: true });
        makePrivate(file);
      }
      const database = new Libsql(file, { timeout: STANDSTILL_MS });
      try {
        const same = repeatable(database);
        await whileBusy(() => same.prepare('pragma journal_mode = wal').all([]));
        for (const setting of ['synchronous = full', 'foreign_keys = on'])
          await whileBusy(() => same.prepare(`pragma ${setting}`).run([]));
        opened = inode();
        return database;
      } catch (error) {
        database.close();
        throw error;
      }
    }),
    // A transaction holds the one lock for writing from its beginning.
    lockSchema: async () => {},
    isThere: () => inode() === opened,
    explain: (cause) => explain(file, cause),
  };
}

/**
 * A new file that nobody but its owner may read, for it holds people's questions; SQLite gives those beside it the same
 * rights. One that is there keeps its own.
 */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch {
    // It is there, or SQLite cannot make it either and is asked why.
  }
}

function explain(file: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const expected = 'expected a file that this user may write, in a folder on a local disk';
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code) || /READONLY/.test(code))
    return `${file} cannot be written (${code}); ${expected}.`;
  if (/FULL|ENOSPC/.test(code)) return `the disk that holds ${file} is full (${code}).`;
  if (/NOTADB|CORRUPT/.test(code))
    return `${file} is not a SQLite database, or is damaged (${code}). Move it away to start with a new one, or name another file.`;
  if (/BUSY|LOCKED/.test(code))
    return `${file} has been locked by another program for ${TRIED_FOR_MS / 1000} seconds (${code}).`;
  // libsql has no code for a file that SQLite cannot open.
  const why = message.startsWith('ConnectionFailed') ? 'SQLITE_CANTOPEN' : message;
  return `${file} cannot be opened (${why}); ${expected}.`;
}
