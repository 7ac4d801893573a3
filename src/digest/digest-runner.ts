import type { DigestSetting } from '../store/digest-setting.js';
import type { Taken } from '../store/deliveries.js';
import type { Deliver, Delivered, Job } from './deliver.js';
import {
  createExtraJob,
  createPlannedJob,
  digestKey,
  readDigestKey,
  type DigestNeeds,
} from './digest-job.js';
import type { Log } from '../log.js';
import { dueRun, nextRun, type Run } from './next-run.js';
import { createNoticeJob, NOTICE } from './notice-job.js';

/** Sends the digests that are due. */
export interface DigestRunner {
  /** The jobs of this moment, each to be run by itself: one that waits holds up no other. */
  due(): Promise<
    readonly { readonly key: string; readonly run: Run; readonly setting: DigestSetting }[]
  >;
  send(setting: DigestSetting, run: Run, signal: AbortSignal): Promise<Delivered>;
  /** Sends one besides the plan's. `request` names what somebody pressed or typed: it sends one, however often it comes. */
  sendExtra(setting: DigestSetting, request: string, signal: AbortSignal): Promise<Delivered>;
  /**
   * Finishes what was begun and left behind: found, sent while it is not too late, or given up. False when it has
   * become pointless.
   */
  takeOver(left: Taken, signal: AbortSignal): Promise<boolean>;
  /** When the next one is due; `null` when none is planned. */
  next(): Promise<Date | null>;
}

export function createDigestRunner(
  needs: DigestNeeds & { readonly deliver: Deliver; readonly log: Log },
): DigestRunner {
  const { store, clock, deliver, log } = needs;

  async function send(setting: DigestSetting, run: Run, signal: AbortSignal): Promise<Delivered> {
    const job = createPlannedJob(setting, run, needs);
    const result = await deliver(job, signal);
    const { team, channel } = setting;
    const where = { team, channel, day: run.day };
    if (result.kind === 'sent') log.info(where, 'digest sent');
    if (result.kind === 'failed') await tellFailed(setting, job, result, signal);
    return result;
  }

  async function tellFailed(
    setting: DigestSetting,
    { delivery }: Job,
    { reason, closed }: Delivered & { kind: 'failed' },
    signal: AbortSignal,
  ): Promise<void> {
    const { team, channel, changedAt } = setting;
    log.warn({ team, channel, reason }, closed ? 'digest paused' : 'digest not sent');
    if (closed) await store.digests.pause(setting, changedAt, reason);
    const kind = closed ? 'paused' : 'undelivered';
    const told = await deliver(
      createNoticeJob(setting, { kind, reason, dueAt: delivery.dueAt, of: delivery.key }),
      signal,
    );
    if (told.kind === 'failed')
      log.warn({ team, channel, reason: told.reason }, 'nobody could be told of it');
  }

  async function retell(
    setting: DigestSetting,
    { key, dueAt }: Taken,
    signal: AbortSignal,
  ): Promise<void> {
    const of = key.slice(NOTICE.length);
    const ended = await store.deliveries.ended(of);
    const reason = ended?.status === 'failed' ? ended.reason : 'not known';
    const kind = setting.pausedBy === reason ? 'paused' : 'undelivered';
    await deliver(createNoticeJob(setting, { kind, reason, dueAt, of }), signal);
  }

  return {
    send,

    async due() {
      const now = clock.now();
      const settings = await store.digests.list();
      return settings.flatMap((setting) => {
        if (setting.state !== 'on') return [];
        const run = dueRun(setting, now);
        return run ? [{ key: digestKey(setting, run.day), run, setting }] : [];
      });
    },

    sendExtra: (setting, request, signal) =>
      deliver(createExtraJob(setting, request, needs), signal),

    async takeOver(left, signal) {
      const of = readDigestKey(left.key);
      const setting = of && (await store.digests.get(of));
      if (!setting) return false;
      const { day, request, isNotice } = of;
      if (isNotice) await retell(setting, left, signal);
      else if (request === null && setting.state === 'on')
        await send(setting, { at: left.dueAt, day }, signal);
      else if (request === null)
        // Switched off meanwhile: it is looked for, and not sent any more.
        await deliver(
          { ...createPlannedJob(setting, { at: left.dueAt, day }, needs), until: new Date(0) },
          signal,
        );
      else await deliver(createExtraJob(setting, request, needs, left.dueAt), signal);
      return true;
    },

    async next() {
      const now = clock.now();
      const settings = (await store.digests.list()).filter(({ state }) => state === 'on');
      const instants = settings.map((setting) =>
        nextRun(setting, now, setting.lastDay).at.getTime(),
      );
      return instants.length > 0 ? new Date(Math.min(...instants)) : null;
    },
  };
}
