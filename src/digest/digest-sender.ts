import type { DigestSetting, LeasedDelivery } from '../store/records.js';
import type { Log } from '../log.js';
import type { Deliver, Delivered, Job } from './delivery/deliver.js';
import {
  createExtraJob,
  createNoticeJob,
  createPlannedJob,
  digestKey,
  NOTICE,
  readDigestKey,
  type DigestNeeds,
} from './digest-job.js';
import { dueRun, nextRun, type DigestRun } from './schedule/digest-runs.js';

/** Sends the digests that are due. */
export interface DigestSender {
  /** What is to be sent at this moment, each by itself: one that waits holds up no other. */
  due(): Promise<
    readonly { readonly key: string; readonly send: (signal: AbortSignal) => Promise<void> }[]
  >;
  /** Sends one besides the plan's. `request` names what somebody pressed or typed: it sends one, however often it comes. */
  sendExtra(setting: DigestSetting, request: string, signal: AbortSignal): Promise<Delivered>;
  /**
   * Finishes what was begun and left behind: found, sent while it is not too late, or given up. False when it has
   * become pointless.
   */
  resume(left: LeasedDelivery, signal: AbortSignal): Promise<boolean>;
  /** When the next one is due; `null` when none is planned. */
  next(): Promise<Date | null>;
}

/** Whoever set the digest up was forgotten. */
const NOBODY = { kind: 'failed', reason: 'whoever set it up was forgotten' } as const;

export function createDigestSender(
  needs: DigestNeeds & { readonly deliver: Deliver; readonly log: Log },
): DigestSender {
  const { store, clock, deliver, log } = needs;

  async function sendPlanned(
    setting: DigestSetting,
    run: DigestRun,
    signal: AbortSignal,
  ): Promise<void> {
    const job = createPlannedJob(setting, run, needs);
    const result = await deliver(job, signal);
    const { team, channel } = setting;
    if (result.kind === 'sent') log.info({ team, channel, day: run.day }, 'digest sent');
    if (result.kind === 'failed') await notifyFailed(setting, job, result, signal);
  }

  async function notifyFailed(
    setting: DigestSetting,
    { delivery: { key, dueAt } }: Job,
    { reason, closed }: Delivered & { kind: 'failed' },
    signal: AbortSignal,
  ): Promise<void> {
    const { team, channel, changedAt } = setting;
    log.warn({ team, channel, reason }, closed ? 'digest paused' : 'digest not sent');
    if (closed) await store.digests.pause(setting, changedAt, reason);
    const kind = closed ? 'paused' : 'undelivered';
    const notice = createNoticeJob({ setting, kind, reason, dueAt }, key);
    const notified = notice === null ? NOBODY : await deliver(notice, signal);
    if (notified.kind === 'failed')
      log.warn({ team, channel, reason: notified.reason }, 'nobody could be told of it');
  }

  async function resumeNotice(
    setting: DigestSetting,
    { key, dueAt }: LeasedDelivery,
    signal: AbortSignal,
  ): Promise<void> {
    const of = key.slice(NOTICE.length);
    const result = await store.deliveries.result(of);
    const reason = result?.status === 'failed' ? result.reason : 'not known';
    const kind = setting.pausedBy === reason ? 'paused' : 'undelivered';
    const notice = createNoticeJob({ setting, kind, reason, dueAt }, of);
    if (notice !== null) await deliver(notice, signal);
  }

  async function settingsOn(): Promise<readonly DigestSetting[]> {
    return (await store.digests.list()).filter(({ state }) => state === 'on');
  }

  return {
    async due() {
      const now = clock.now();
      return (await settingsOn()).flatMap((setting) => {
        const run = dueRun(setting, now);
        if (!run) return [];
        const send = (signal: AbortSignal): Promise<void> => sendPlanned(setting, run, signal);
        return [{ key: digestKey(setting, run.day), send }];
      });
    },

    sendExtra: (setting, request, signal) =>
      deliver(createExtraJob(setting, request, needs), signal),

    async resume(left, signal) {
      const of = readDigestKey(left.key);
      const setting = of && (await store.digests.get(of));
      if (!setting) return false;
      const { day, request, isNotice } = of;
      const at = left.dueAt;
      if (isNotice) await resumeNotice(setting, left, signal);
      else if (request !== null) await deliver(createExtraJob(setting, request, needs, at), signal);
      else if (setting.state === 'on') await sendPlanned(setting, { at, day }, signal);
      else {
        // Switched off meanwhile: it is looked for, and not sent any more.
        const job = createPlannedJob(setting, { at, day }, needs);
        await deliver({ ...job, until: new Date(0) }, signal);
      }
      return true;
    },

    async next() {
      const now = clock.now();
      const instants = (await settingsOn()).map((setting) =>
        nextRun(setting, now, setting.lastDay).at.getTime(),
      );
      return instants.length > 0 ? new Date(Math.min(...instants)) : null;
    },
  };
}
