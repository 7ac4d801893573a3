import type { Selectable } from 'kysely';
import type { Channel } from '../channel.js';
import type { DigestSetting, DigestSettings, Weekday } from '../digest-setting.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';
import { decodeWords, encodeWords } from './text.js';

export function createDigestSettings(db: Database): DigestSettings {
  const row = ({ team, channel }: Channel) =>
    db
      .selectFrom('digest_settings')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();

  return {
    async get(channel) {
      const found = await row(channel);
      return found ? toSetting(found) : null;
    },

    async list(team) {
      const all = db.selectFrom('digest_settings').selectAll();
      const rows = await (team === undefined ? all : all.where('team', '=', team))
        .orderBy('team')
        .orderBy('channel')
        .execute();
      return rows.map(toSetting);
    },

    async save({ team, channel, ...chosen }) {
      const values = {
        time: chosen.time,
        zone: chosen.zone,
        days: chosen.days.join(','),
        topic: chosen.topic === null ? null : encodeWords(chosen.topic),
        quiet: chosen.quiet,
        state: chosen.state,
        paused_by: chosen.pausedBy,
        changed_by: chosen.changedBy,
        changed_at: chosen.changedAt.getTime(),
        runs_from: chosen.runsFrom.getTime(),
      };
      const saved = await db
        .insertInto('digest_settings')
        .values({ team, channel, ...values, last_day: null, last_at: null, seen_up_to: null })
        .onConflict((on) => on.columns(['team', 'channel']).doUpdateSet(values))
        .returningAll()
        .executeTakeFirstOrThrow();
      return toSetting(saved);
    },

    async pause({ team, channel }, changedAt, because) {
      const paused = await db
        .updateTable('digest_settings')
        .set({ state: 'paused', paused_by: because })
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('state', '=', 'on')
        .where('changed_at', '=', changedAt.getTime())
        .returning('channel')
        .executeTakeFirst();
      return paused !== undefined;
    },
  };
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function toSetting(row: Selectable<Tables['digest_settings']>): DigestSetting {
  return {
    team: row.team,
    channel: row.channel,
    time: row.time,
    zone: row.zone,
    days: WEEK.filter((day) => row.days.includes(String(day))),
    topic: row.topic === null ? null : decodeWords(row.topic),
    quiet: row.quiet,
    state: row.state,
    pausedBy: row.paused_by,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
    runsFrom: new Date(row.runs_from),
    lastDay: row.last_day,
    lastAt: row.last_at === null ? null : new Date(row.last_at),
    seenUpTo: row.seen_up_to,
  };
}
