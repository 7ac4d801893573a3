import type { Claims } from '../claims.js';
import type { Database } from './database.js';
import { hashOf } from './text.js';

export function createClaims(db: Database, now: () => Date): Claims {
  return {
    async claim(key) {
      const claimed = await db
        .insertInto('claims')
        .values({ key: hashOf(key), at: now().getTime() })
        .onConflict((on) => on.doNothing())
        .returning('key')
        .executeTakeFirst();
      return claimed !== undefined;
    },
  };
}
