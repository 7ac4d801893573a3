import { sha256 } from '../corpus/article/article.js';
import type { ChannelRef, DigestChoice, DigestSetting } from '../store/records.js';
import { composeDigest, toEntry } from './content/compose-digest.js';
import type { Digest } from './content/digest.js';
import { decodePrepared, type Prepared } from './delivery/prepared.js';
import { type DigestKey, type DigestNeeds, readDigestKey } from './digest-job.js';
import type { DigestSender } from './digest-sender.js';
import { localDay, nextRun } from './schedule/digest-runs.js';

/** A channel's setting, and when its next digest is due; `null` while it is paused or off. */
export interface DigestPlan {
  readonly setting: DigestSetting;
  readonly next: Date | null;
}

/** What the people of a channel do with their digest. */
export interface DigestService {
  /** `null` where nobody has set one up. */
  plan(channel: ChannelRef): Promise<DigestPlan | null>;
  /** What a form is filled in with: the channel's choice, or what a first one would be. */
  offer(channel: ChannelRef, zone: string | null): Promise<DigestChoice>;
  plans(team: string): Promise<readonly DigestPlan[]>;
  /**
   * Changes what is given and keeps the rest; a first setting takes 08:00 on weekdays for what is not given.
   * @param by the zone is the person's own, for a first setting; else that of the configuration
   */
  change(
    channel: ChannelRef,
    change: Partial<DigestChoice & Pick<DigestSetting, 'state'>>,
    by: { readonly user: string; readonly zone: string | null },
  ): Promise<DigestPlan>;
  /** What would be sent at this moment, made by the same code. Nothing is remembered of it. */
  preview(channel: ChannelRef, zone: string | null): Promise<Digest>;
  /**
   * Sends one now, besides those of the plan. `request` names the press or command, so that a repeated one sends no
   * second. Resolves when it is posted; says why when it is not.
   */
  sendNow(
    channel: ChannelRef,
    request: string,
  ): Promise<
    { readonly kind: 'sent' | 'already' } | { readonly kind: 'failed'; readonly reason: string }
  >;
  /** The entries of a digest from `skip` on, as they stand now; `key` is that of its delivery. */
  more(key: string, skip: number): Promise<Digest | null>;
}

/** What a first setting takes for what is not said. */
const FIRST = {
  time: '08:00',
  days: [1, 2, 3, 4, 5],
  topic: null,
  quiet: 'archive',
  state: 'on',
  pausedBy: null,
  lastDay: null,
  lastAt: null,
  seenUpTo: null,
} as const satisfies Partial<DigestSetting>;

export function createDigestService(
  needs: DigestNeeds & {
    readonly sender: Pick<DigestSender, 'sendExtra'>;
    /** The zone where nobody says otherwise. */
    readonly zone: string;
    /** Aborted when the bot stops. */
    readonly signal: AbortSignal;
  },
): DigestService {
  const { archive, store, clock, sender, signal } = needs;

  function toPlan(setting: DigestSetting): DigestPlan {
    const next = setting.state === 'on' ? nextRun(setting, clock.now(), setting.lastDay).at : null;
    return { setting, next };
  }

  /** The setting a channel has, or would have. */
  async function settingOf(
    { team, channel }: ChannelRef,
    { user, zone }: { readonly user: string; readonly zone: string | null },
  ): Promise<DigestSetting> {
    const saved = await store.digests.get({ team, channel });
    if (saved) return saved;
    const now = clock.now();
    const first = { ...FIRST, zone: zone ?? needs.zone };
    return { team, channel, ...first, changedBy: user, changedAt: now, runsFrom: now };
  }

  async function preview(where: ChannelRef, zone: string | null): Promise<Digest> {
    const setting = await settingOf(where, { user: '', zone });
    const day = localDay(clock.now(), setting.zone);
    const args = { setting, day, lateSince: null };
    return (await composeDigest(args, { archive, store })).digest;
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
      const after = { ...before, ...change };
      const now = clock.now();
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
      const id = sha256(request).slice(0, 16);
      const sent = await sender.sendExtra(setting, id, signal);
      if (sent.kind === 'failed') return { kind: 'failed', reason: sent.reason };
      return { kind: sent.kind === 'sent' ? 'sent' : 'already' };
    },

    async more(key, skip) {
      const of = readDigestKey(key);
      if (!of) return null;
      const result = await store.deliveries.result(key);
      const digest = result?.prepared
        ? await recall(of, decodePrepared(result.prepared).entries ?? [])
        : await preview(of, null);
      return {
        ...digest,
        entries: digest.entries.slice(skip),
        skipped: skip,
        corrections: [],
        quotations: [],
        fromArchive: null,
      };
    },
  };

  /** What was in a digest, as far as it stands in the archive unchanged. */
  async function recall(
    { team, channel, day }: DigestKey,
    entries: NonNullable<Prepared['entries']>,
  ): Promise<Digest> {
    const { topic, zone } = await settingOf({ team, channel }, { user: '', zone: null });
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
      entries: entries.flatMap(({ file, sha256: content, change }) => {
        const article = there.get(file);
        return article?.sha256 === content ? [toEntry({ article, change })] : [];
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
