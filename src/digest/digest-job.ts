import type { Archive } from '../answer/archive/archive.js';
import type { Clock } from '../clock.js';
import type { Day } from '../corpus/article/article.js';
import type { ChannelRef, Delivery, DigestSetting } from '../store/records.js';
import type { Store } from '../store/store.js';
import { composeDigest, type DigestArgs } from './content/compose-digest.js';
import { toShown } from './content/quiet-passage.js';
import type { Composition, Job } from './delivery/deliver.js';
import type { Notice } from './delivery/outbox.js';
import { type DigestRun, isLate, LATEST_MS, localDay } from './schedule/digest-runs.js';

export interface DigestNeeds {
  readonly archive: Pick<Archive, 'view' | 'inSlices'>;
  readonly store: Store;
  readonly clock: Clock;
}

/** A day, in milliseconds: later a notice helps nobody, and a watch or a correction that Slack refuses is given up. */
export const GIVEN_UP_AFTER_MS = 24 * 60 * 60_000;

/** The key of a channel's digest of a local date: there is one. */
export function digestKey({ team, channel }: ChannelRef, day: Day): string {
  return `digest:${team}:${channel}:${day}`;
}

/** How the key of a notice begins; the key of what could not be sent follows. */
export const NOTICE = 'notice:';

/** What the key of a digest, or of a notice about one, says; `request` is `null` for one of the plan. */
export interface DigestKey extends ChannelRef {
  readonly day: Day;
  readonly request: string | null;
  readonly isNotice: boolean;
}

const KEY = /^(notice:)?digest:([^:]+):([^:]+):(\d{4}-\d{2}-\d{2})(?::(.+))?$/;

/** `null` for the key of anything else. */
export function readDigestKey(key: string): DigestKey | null {
  const [, notice, team, channel, day, request = null] = KEY.exec(key) ?? [];
  if (!team || !channel || !day) return null;
  return { team, channel, day, request, isNotice: notice !== undefined };
}

/** The digest of a plan's run. */
export function createPlannedJob(
  setting: DigestSetting,
  { at, day }: DigestRun,
  needs: DigestNeeds,
): Job {
  return createJob(setting, digestKey(setting, day), at, async () => {
    const lateSince = isLate(at, needs.clock.now()) ? at : null;
    // As it is when it is sent: a topic may have changed while a try was waited for.
    const current = (await needs.store.digests.get(setting)) ?? setting;
    return composeMessage({ setting: current, day, lateSince }, day, needs);
  });
}

/** One that somebody asks for; the plan's next one comes as usual. */
export function createExtraJob(
  setting: DigestSetting,
  request: string,
  needs: DigestNeeds,
  at: Date = needs.clock.now(),
): Job {
  const day = localDay(at, setting.zone);
  // A day without news is no reason for nothing when somebody asks.
  const quiet = setting.quiet === 'skip' ? 'note' : setting.quiet;
  return createJob(setting, `${digestKey(setting, day)}:${request}`, at, () =>
    composeMessage({ setting: { ...setting, quiet }, day, lateSince: null }, null, needs),
  );
}

function createJob(
  { team, channel, changedBy }: DigestSetting,
  key: string,
  dueAt: Date,
  compose: Job['compose'],
): Job {
  const until = new Date(dueAt.getTime() + LATEST_MS);
  const delivery: Delivery = { key, kind: 'digest', team, channel, dueAt };
  return { delivery, ...(changedBy === null ? {} : { askedBy: changedBy }), until, compose };
}

/** `planned` is the day of the plan that is done with it. */
async function composeMessage(
  args: DigestArgs,
  planned: Day | null,
  { archive, store, clock }: DigestNeeds,
): Promise<Composition> {
  const { digest, seenUpTo } = await composeDigest(args, { archive, store });
  const effects = { digest: { day: planned, at: clock.now(), seenUpTo } };
  if (digest.edition === 'quiet' && args.setting.quiet === 'skip')
    return { message: null, effects };
  if (digest.fromArchive !== null)
    await store.quietDays.set(digest.day, toShown(digest.fromArchive));
  const entries = digest.entries.map(({ article: { file, sha256 }, change }) => ({
    file,
    sha256,
    change,
  }));
  return { message: { kind: 'digest', digest }, effects, entries };
}

/**
 * Tells the person who set a digest up, in a direct message, that it could not be sent, where that person is known; `of` is the
 * digest's key.
 */
export function createNoticeJob(notice: Notice, of: string): Job | null {
  const { setting, dueAt } = notice;
  const { team, changedBy: channel } = setting;
  if (channel === null) return null;
  return {
    delivery: { key: NOTICE + of, kind: 'notice', team, channel, dueAt },
    until: new Date(dueAt.getTime() + GIVEN_UP_AFTER_MS),
    compose: async () => ({ message: { kind: 'notice', notice }, effects: {} }),
  };
}
