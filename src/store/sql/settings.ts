import type { DigestSetting, Weekday } from '../records.js';
import type { ChannelSettings, DigestSettings } from '../store.js';
import { FORGOTTEN, type Database, type Tables } from './tables.js';
import { decodeWords, encodeWords } from './words.js';

/** Of a channel where nobody has said anything yet. */
const UNSET = { opened_by: null, opened_at: null, only_admins: 0, follow_ups: 0 };

export function createChannelSettings(db: Database): ChannelSettings {
  return {
    async get({ team, channel }) {
      const row = await db
        .selectFrom('channel_settings')
        .selectAll()
        .where((of) => of.and({ team, channel }))
        .executeTakeFirst();
      const { opened_by: by = null, opened_at: at = null } = row ?? {};
      return {
        opened: at === null ? null : { by, at: new Date(at) },
        onlyAdmins: row?.only_admins === 1,
        followUps: row?.follow_ups === 1,
      };
    },

    async change({ team, channel }, { opened, onlyAdmins, followUps }) {
      const changed = {
        ...(opened === undefined
          ? {}
          : { opened_by: opened?.by ?? null, opened_at: opened?.at.getTime() ?? null }),
        ...(onlyAdmins === undefined ? {} : { only_admins: onlyAdmins ? 1 : 0 }),
        ...(followUps === undefined ? {} : { follow_ups: followUps ? 1 : 0 }),
      };
      if (Object.keys(changed).length === 0) return;
      await db
        .insertInto('channel_settings')
        .values({ team, channel, ...UNSET, ...changed })
        .onConflict((on) => on.columns(['team', 'channel']).doUpdateSet(changed))
        .execute();
    },
  };
}

export function createDigestSettings(db: Database): DigestSettings {
  return {
    async get({ team, channel }) {
      const row = await db
        .selectFrom('digest_settings')
        .selectAll()
        .where((of) => of.and({ team, channel }))
        .executeTakeFirst();
      return row ? toSetting(row) : null;
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
        changed_by: chosen.changedBy ?? FORGOTTEN,
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
        .where((of) => of.and({ team, channel, state: 'on', changed_at: changedAt.getTime() }))
        .returning('channel')
        .executeTakeFirst();
      return paused !== undefined;
    },
  };
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function toSetting(row: Tables['digest_settings']): DigestSetting {
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
    changedBy: row.changed_by === FORGOTTEN ? null : row.changed_by,
    changedAt: new Date(row.changed_at),
    runsFrom: new Date(row.runs_from),
    lastDay: row.last_day,
    lastAt: row.last_at === null ? null : new Date(row.last_at),
    seenUpTo: row.seen_up_to,
  };
}
