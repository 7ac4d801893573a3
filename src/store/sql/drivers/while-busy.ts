import { setTimeout as sleep } from 'node:timers/promises';

/** How long one process waits for another that is writing, in milliseconds; a write takes a few of them. */
export const TRIED_FOR_MS = 5_000;
const PAUSE_MS = 10;

/**
 * Tries again while another process holds SQLite's lock, and lets answers go out meanwhile.
 * @throws SQLite's error when the lock is held for five seconds
 */
export async function whileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let waited = 0; waited < TRIED_FOR_MS; waited += PAUSE_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
  return attempt();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
