import { createHash } from 'node:crypto';
import type { Channel } from '../store/channel.js';
import type { DigestChoice, DigestSetting } from '../store/digest-setting.js';
import { composeDigest, toEntry } from './compose-digest.js';
import type { DigestDesk, DigestPlan } from './digest-desk.js';
import { occasionOf, readDigestKey, type DigestNeeds } from './digest-job.js';
import type { DigestRunner } from './digest-runner.js';
import type { Digest } from './digest.js';
import { localDay, nextRun } from './next-run.js';
import { decodePrepared } from './prepared.js';

/** What a first setting takes for what is not said. */
const FIRST = {
  time: '08:00',
  days: [1, 2, 3, 4, 5],
  topic: null,
  quiet: 'archive',
} as const satisfies Partial<DigestChoice>;

export function createDigestDesk(
  needs: DigestNeeds & {
    readonly runner: Pick<DigestRunner, 'sendExtra'>;
    /** The zone where nobody says otherwise. */
    readonly zone: string;
    /** Aborted when the bot stops. */
    readonly signal: AbortSignal;
  },
): DigestDesk {
  const { archive, store, clock, runner, signal } = needs;

  function toPlan(setting: DigestSetting): DigestPlan {
    const next = setting.state === 'on' ? nextRun(setting, clock.now(), setting.lastDay).at : null;
    return { setting, next };
  }

  /** The setting a channel has, or would have. */
  async function settingOf(
    where: Channel,
    by: { readonly user: string; readonly zone: string | null },
  ): Promise<DigestSetting> {
    const now = clock.now();
    const { team, channel } = where;
    return (
      (await store.digests.get(where)) ?? {
        team,
        channel,
        ...FIRST,
        zone: by.zone ?? needs.zone,
        state: 'on',
        pausedBy: null,
        changedBy: by.user,
        changedAt: now,
        runsFrom: now,
        lastDay: null,
        lastAt: null,
        seenUpTo: null,
      }
    );
  }

  async function preview(where: Channel, zone: string | null): Promise<Digest> {
    const setting = await settingOf(where, { user: '', zone });
    const day = localDay(clock.now(), setting.zone);
    const occasion = occasionOf(setting, { day, lateSince: null });
    return (await composeDigest(occasion, { view: archive.view(), store })).digest;
  }

  return {
    preview,

    async plan(where) {
      const setting = await store.digests.get(where);
      return setting && toPlan(setting);
    },

    offer: (where, zone) => settingOf(where, { user: '', zone }),

    async plans(team) {
      return (await store.digests.list(team)).map(toPlan);
    },

    async change(where, change, by) {
      const before = await settingOf(where, by);
      const now = clock.now();
      const after = { ...before, ...change };
      const sameRuns =
        before.state === after.state &&
        before.time === after.time &&
        before.zone === after.zone &&
        before.days.join() === after.days.join();
      return toPlan(
        await store.digests.save({
          ...after,
          pausedBy: null,
          changedBy: by.user,
          changedAt: now,
          runsFrom: sameRuns ? before.runsFrom : now,
        }),
      );
    },

    async sendNow(where, request) {
      const setting = await store.digests.get(where);
      if (!setting) return { kind: 'failed', reason: 'no_digest_set_up' };
      // Short and plain, whatever Slack's ids come to look like.
      const id = createHash('sha256').update(request).digest('hex').slice(0, 16);
      const sent = await runner.sendExtra(setting, id, signal);
      if (sent.kind === 'failed') return { kind: 'failed', reason: sent.reason };
      return { kind: sent.kind === 'sent' ? 'sent' : 'already' };
    },

    async more(key, skip) {
      const of = readDigestKey(key);
      if (!of) return null;
      const setting = await settingOf(of, { user: '', zone: null });
      const ended = await store.deliveries.ended(key);
      const digest = ended?.prepared
        ? recall(setting, of.day, decodePrepared(ended.prepared).entries ?? [])
        : await preview(of, null);
      const entries = digest.entries.slice(skip);
      return {
        ...digest,
        entries,
        skipped: skip,
        corrections: [],
        quotations: [],
        fromArchive: null,
      };
    },
  };

  /** What was in a digest, as far as it stands in the archive unchanged. */
  function recall(
    { team, channel, topic, zone }: DigestSetting,
    day: string,
    entries: NonNullable<ReturnType<typeof decodePrepared>['entries']>,
  ): Digest {
    const { articles, freshness } = archive.view();
    const there = new Map(articles.map((article) => [article.file, article]));
    return {
      team,
      channel,
      edition: 'news',
      day,
      lateSince: null,
      zone,
      topic,
      entries: entries.flatMap(({ file, sha256, change }) => {
        const article = there.get(file);
        return article?.sha256 === sha256 ? [toEntry({ article, change })] : [];
      }),
      skipped: 0,
      total: entries.length,
      corrections: [],
      quotations: [],
      fromArchive: null,
      searched: freshness,
    };
  }
}
