import type { Selectable } from 'kysely';
import type { Deliveries, Outcome, Taken } from '../deliveries.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';
import { rememberPost, writeTold } from './write-posts.js';

export function createDeliveries(db: Database, now: () => Date): Deliveries {
  return {
    async take({ key, kind, team, channel, dueAt }, holder, heldUntil) {
      const at = now().getTime();
      const held = { holder, held_until: heldUntil.getTime(), changed_at: at };
      const taken = await db
        .insertInto('deliveries')
        .values({ key, kind, team, channel, due_at: dueAt.getTime(), tries: 1, ...held })
        .onConflict((on) =>
          on
            .column('key')
            .doUpdateSet((row) => ({ ...held, tries: row('deliveries.tries', '+', 1) }))
            .where('deliveries.status', 'is', null)
            .where('deliveries.held_until', '<=', at),
        )
        .returningAll()
        .executeTakeFirst();
      return taken ? toTaken(taken) : null;
    },

    async prepare(key, holder, prepared, heldUntil) {
      const held = await db
        .updateTable('deliveries')
        .set({ prepared, held_until: heldUntil.getTime(), changed_at: now().getTime() })
        .where('key', '=', key)
        .where('holder', '=', holder)
        .where('status', 'is', null)
        .returning('key')
        .executeTakeFirst();
      return held !== undefined;
    },

    async hold(key, holder, heldUntil) {
      const held = await db
        .updateTable('deliveries')
        .set({ held_until: heldUntil.getTime(), changed_at: now().getTime() })
        .where('key', '=', key)
        .where('holder', '=', holder)
        .where('status', 'is', null)
        .returning('key')
        .executeTakeFirst();
      return held !== undefined;
    },

    finish: (key, holder, ending, outcome = {}) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('deliveries')
          .set({
            status: ending.status,
            ts: ending.status === 'sent' ? ending.ts : null,
            reason: ending.status === 'failed' ? ending.reason : null,
            changed_at: now().getTime(),
          })
          .where('key', '=', key)
          .where('holder', '=', holder)
          .where('status', 'is', null)
          .returningAll()
          .executeTakeFirst();
        if (!ended) return false;
        await writeOutcome(transaction, ended, outcome);
        return true;
      }),

    async release(key, holder) {
      await db
        .updateTable('deliveries')
        .set({ held_until: 0 })
        .where('key', '=', key)
        .where('holder', '=', holder)
        .where('status', 'is', null)
        .execute();
    },

    async leftBehind() {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('status', 'is', null)
        .where('held_until', '<=', now().getTime())
        .orderBy('due_at')
        .orderBy('key')
        .execute();
      return rows.map(toTaken);
    },

    async ended(key) {
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
        : { status: 'failed', reason: row.reason ?? 'not known', prepared };
    },
  };
}

async function writeOutcome(
  db: Database,
  { team, channel }: Selectable<Tables['deliveries']>,
  { digest, post, watch, correction }: Outcome,
): Promise<void> {
  if (post) await rememberPost(db, post);
  if (digest)
    await db
      .updateTable('digest_settings')
      .set({
        ...(digest.day === null ? {} : { last_day: digest.day }),
        last_at: digest.at.getTime(),
        seen_up_to: digest.seenUpTo,
      })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .execute();
  if (watch) {
    await db
      .updateTable('watches')
      .set({ seen_up_to: watch.seenUpTo })
      .where('id', '=', watch.id)
      .execute();
    // A watch that was removed meanwhile remembers nothing.
    const there = await db
      .selectFrom('watches')
      .select('id')
      .where('id', '=', watch.id)
      .executeTakeFirst();
    if (there && watch.told.length > 0)
      await db
        .insertInto('watch_told')
        .values([...new Set(watch.told)].map((file) => ({ watch: watch.id, file })))
        .onConflict((on) => on.doNothing())
        .execute();
  }
  if (correction) await writeTold(db, correction, 1);
}

function toTaken(row: Selectable<Tables['deliveries']>): Taken {
  return {
    key: row.key,
    kind: row.kind,
    team: row.team,
    channel: row.channel,
    dueAt: new Date(row.due_at),
    tries: row.tries,
    prepared: row.prepared,
  };
}
