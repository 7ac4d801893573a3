import type { Watch } from '../records.js';
import { WATCHES_PER_CHANNEL, WATCHES_PER_PERSON, type Watches } from '../store.js';
import type { Database, Tables } from './tables.js';
import { decodeWords, encodeWords, hashOf } from './words.js';

export function createWatches(db: Database): Watches {
  return {
    add: (watch, notified) =>
      db.transaction().execute(async (transaction) => {
        const { team, channel, user, question } = watch;
        const made = await transaction
          .insertInto('watches')
          .values(toRow(watch))
          .onConflict((on) => on.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made === undefined) {
          const there = await transaction
            .selectFrom('watches')
            .selectAll()
            .where((of) => of.and({ team, channel, question_hash: hashOf(question) }))
            .executeTakeFirstOrThrow();
          return { kind: 'there', watch: toWatch(there) };
        }
        const all = transaction
          .selectFrom('watches')
          .select((row) => row.fn.countAll<number>().as('count'))
          .where('team', '=', team);
        const ofPerson = await all.where('person', '=', user).executeTakeFirstOrThrow();
        const ofChannel = await all.where('channel', '=', channel).executeTakeFirstOrThrow();
        const refused =
          ofPerson.count > WATCHES_PER_PERSON
            ? ({ kind: 'person-limit', limit: WATCHES_PER_PERSON } as const)
            : ofChannel.count > WATCHES_PER_CHANNEL
              ? ({ kind: 'channel-limit', limit: WATCHES_PER_CHANNEL } as const)
              : null;
        if (refused) {
          await transaction.deleteFrom('watches').where('id', '=', watch.id).execute();
          return refused;
        }
        if (notified.length > 0)
          await transaction
            .insertInto('watch_told')
            .values([...new Set(notified)].map((file) => ({ watch: watch.id, file })))
            .execute();
        return { kind: 'made', watch };
      }),

    async get(id) {
      const row = await db
        .selectFrom('watches')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toWatch(row) : null;
    },

    async list(of) {
      let rows = db.selectFrom('watches').selectAll();
      if (of) rows = rows.where('team', '=', of.team);
      if (of && 'user' in of) rows = rows.where('person', '=', of.user);
      if (of && 'channel' in of) rows = rows.where('channel', '=', of.channel);
      return (await rows.orderBy('made_at').orderBy('id').execute()).map(toWatch);
    },

    async remove(id) {
      const removed = await db
        .deleteFrom('watches')
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return removed !== undefined;
    },

    async notified(id) {
      const rows = await db
        .selectFrom('watch_told')
        .select('file')
        .where('watch', '=', id)
        .execute();
      return new Set(rows.map(({ file }) => file));
    },

    async moveOn(id, from, to) {
      const moved = await db
        .updateTable('watches')
        .set({ seen_up_to: to })
        .where((of) => of.and({ id, seen_up_to: from }))
        .returning('id')
        .executeTakeFirst();
      return moved !== undefined;
    },
  };
}

function toRow({ id, team, channel, user, question, madeAt, seenUpTo }: Watch): Tables['watches'] {
  return {
    id,
    team,
    channel,
    person: user,
    question: encodeWords(question),
    question_hash: hashOf(question),
    made_at: madeAt.getTime(),
    seen_up_to: seenUpTo,
  };
}

function toWatch(row: Tables['watches']): Watch {
  return {
    id: row.id,
    team: row.team,
    channel: row.channel,
    user: row.person,
    question: decodeWords(row.question),
    madeAt: new Date(row.made_at),
    seenUpTo: row.seen_up_to,
  };
}
