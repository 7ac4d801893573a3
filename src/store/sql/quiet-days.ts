import type { QuietDays, ShownPassage } from '../quiet-days.js';
import type { Database } from './database.js';

const PASSAGE = ['file', 'start', 'end', 'fingerprint'] as const;

export function createQuietDays(db: Database): QuietDays {
  const on = async (day: string): Promise<ShownPassage | null> =>
    (await db.selectFrom('quiet_days').select(PASSAGE).where('day', '=', day).executeTakeFirst()) ??
    null;

  return {
    on,
    before: (day, count) =>
      db
        .selectFrom('quiet_days')
        .select(PASSAGE)
        .where('day', '<', day)
        .orderBy('day', 'desc')
        .limit(count)
        .execute(),
    async choose(day, { file, start, end, fingerprint }) {
      await db
        .insertInto('quiet_days')
        .values({ day, file, start, end, fingerprint })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await on(day)) ?? { file, start, end, fingerprint };
    },
    async replace(day, { file, start, end, fingerprint }) {
      await db
        .updateTable('quiet_days')
        .set({ file, start, end, fingerprint })
        .where('day', '=', day)
        .execute();
    },
  };
}
