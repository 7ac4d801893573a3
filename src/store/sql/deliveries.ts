import { POINTLESS, type DeliveryEffects, type LeasedDelivery } from '../records.js';
import type { Deliveries } from '../store.js';
import { rememberPost, writeNotified } from './posts.js';
import type { Database, Tables } from './tables.js';

export function createDeliveries(db: Database, now: () => Date): Deliveries {
  /** Changes the row of a delivery that has not ended, while it is this owner's. */
  const changeOwn = (on: Database, key: string, owner: string, row: Partial<Row>) =>
    on
      .updateTable('deliveries')
      .set(row)
      .where('key', '=', key)
      .where('holder', '=', owner)
      .where('status', 'is', null)
      .returningAll()
      .executeTakeFirst();

  return {
    async lease({ key, kind, team, channel, dueAt }, owner, until) {
      const at = now().getTime();
      const lease = { holder: owner, held_until: until.getTime(), changed_at: at };
      const row = await db
        .insertInto('deliveries')
        .values({ key, kind, team, channel, due_at: dueAt.getTime(), tries: 1, ...lease })
        .onConflict((on) =>
          on
            .column('key')
            .doUpdateSet((before) => ({ ...lease, tries: before('deliveries.tries', '+', 1) }))
            .where('deliveries.status', 'is', null)
            .where('deliveries.held_until', '<=', at),
        )
        .returningAll()
        .executeTakeFirst();
      return row ? toLeased(row) : null;
    },

    async renew(key, owner, until, prepared) {
      const row = await changeOwn(db, key, owner, {
        ...(prepared !== undefined && { prepared }),
        held_until: until.getTime(),
        changed_at: now().getTime(),
      });
      return row !== undefined;
    },

    finish: (key, owner, result, effects = {}) =>
      db.transaction().execute(async (transaction) => {
        const row = await changeOwn(transaction, key, owner, {
          ...result,
          changed_at: now().getTime(),
        });
        if (!row) return false;
        await writeEffects(transaction, row, effects);
        return true;
      }),

    async release(key, owner) {
      await changeOwn(db, key, owner, { held_until: 0 });
    },

    async expired() {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('status', 'is', null)
        .where('held_until', '<=', now().getTime())
        .orderBy('due_at')
        .orderBy('key')
        .execute();
      return rows.map(toLeased);
    },

    async result(key) {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('key', '=', key)
        .where('status', 'is not', null)
        .executeTakeFirst();
      if (!row) return null;
      const { prepared } = row;
      return row.status === 'sent'
        ? { status: 'sent', ts: row.ts, prepared }
        : { status: 'failed', reason: row.reason ?? UNKNOWN, prepared };
    },

    async failed(most) {
      const failed = db
        .selectFrom('deliveries')
        .where('status', '=', 'failed')
        .where('reason', 'is distinct from', POINTLESS);
      const counts = await failed
        .select(['reason', (row) => row.fn.countAll<number | string>().as('count')])
        .groupBy('reason')
        .execute();
      const rows = await failed
        .select(['kind', 'team', 'channel', 'reason', 'changed_at'])
        .orderBy('changed_at', 'desc')
        .orderBy('key')
        .limit(most)
        .execute();
      return {
        counts: counts
          .map(({ reason, count }) => ({ reason: reason ?? UNKNOWN, count: Number(count) }))
          .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
        newest: rows.map(({ reason, changed_at: at, ...row }) => ({
          ...row,
          reason: reason ?? UNKNOWN,
          at: new Date(at),
        })),
      };
    },
  };
}

type Row = Tables['deliveries'];

/** Of a delivery whose reason was not written down. */
const UNKNOWN = 'not known';

async function writeEffects(
  db: Database,
  { team, channel }: Row,
  { digest, post, watch, correction }: DeliveryEffects,
): Promise<void> {
  if (post) await rememberPost(db, post);
  if (digest)
    await db
      .updateTable('digest_settings')
      .set({
        ...(digest.day !== null && { last_day: digest.day }),
        last_at: digest.at.getTime(),
        seen_up_to: digest.seenUpTo,
      })
      .where((row) => row.and({ team, channel }))
      .execute();
  if (watch) {
    const there = await db
      .updateTable('watches')
      .set({ seen_up_to: watch.seenUpTo })
      .where('id', '=', watch.id)
      .returning('id')
      .executeTakeFirst();
    // A watch that was removed meanwhile remembers nothing.
    if (there && watch.notified.length > 0)
      await db
        .insertInto('watch_told')
        .values([...new Set(watch.notified)].map((file) => ({ watch: watch.id, file })))
        .onConflict((on) => on.doNothing())
        .execute();
  }
  if (correction) await writeNotified(db, correction, 1);
}

function toLeased(row: Row): LeasedDelivery {
  const { key, kind, team, channel, tries, prepared } = row;
  return { key, kind, team, channel, dueAt: new Date(row.due_at), tries, prepared };
}
