import type { Clock } from '../clock.js';
import type { Delivery, Taken } from '../store/deliveries.js';
import type { Store } from '../store/store.js';
import type { Pace } from './pace.js';
import { decodePrepared, encodePrepared, type Prepared } from './prepared.js';
import { PostError, type Address, type Outgoing, type Postbox } from './postbox.js';

/** How long a delivery is held beyond what its holder waits for, in milliseconds: Slack answers within seconds. */
export const HELD_MS = 60_000;
/** A post that got no answer may be on its way for so long; before then its absence proves nothing. */
const ON_ITS_WAY_MS = 60_000;
/** So much of the hold must be left for posting, in milliseconds: several times as long as Slack is waited for. */
const NEEDED_TO_POST_MS = 40_000;
/** The waits before each further try, in milliseconds, where Slack names none; then it is given up. */
const WAITS_MS = [5_000, 20_000, 60_000, 3 * 60_000, 10 * 60_000];

/** What to send, made anew for each try: nothing withdrawn meanwhile is posted. */
export interface Message {
  /** `null` when there is nothing to say after all. */
  readonly outgoing: Outgoing | null;
  readonly outcome: Prepared['outcome'];
  readonly entries?: Prepared['entries'];
}

export interface Job {
  readonly delivery: Delivery;
  readonly to: Address;
  readonly compose: () => Promise<Message>;
  /** After this instant it is not posted any more, only looked for. */
  readonly until: Date;
  /** What follows from it holds although it could not be posted: the same is not tried again. */
  readonly settles?: boolean;
}

/** `elsewhere`: another process has it, or it has ended. `failed` says why and whether the place is closed for good. */
export type Delivered =
  | { readonly kind: 'sent'; readonly ts: string | null }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly reason: string; readonly closed: boolean };

const ELSEWHERE: Delivered = { kind: 'elsewhere' };

interface Held {
  readonly taken: Taken;
  readonly holder: string;
  /** Whether a try of this holder got no answer: then nobody may look for it before its hold has run out. */
  unanswered: boolean;
}

export type Deliver = (job: Job, signal: AbortSignal) => Promise<Delivered>;

/**
 * Sends a message once, over restarts and replicas: claim it, write down what is about to be posted, post, mark.
 * After a crash, or an answer that never came, it looks for its own message before it posts again.
 * @throws the signal's reason when it is aborted; then the delivery is let go of for a later start
 */
export function createDeliver(needs: {
  store: Store;
  postbox: Postbox;
  clock: Clock;
  pace: Pace;
  /** Unique to this process. */
  holder: string;
}): Deliver {
  const { store, postbox, clock, pace } = needs;
  const { deliveries } = store;
  const heldFor = (ms: number): Date => new Date(clock.now().getTime() + ms + HELD_MS);

  let count = 0;

  return async (job, signal) => {
    count += 1;
    // One that has lost its hold must not take a later try of this very process for its own.
    const holder = `${needs.holder}/${count}`;
    const taken = await deliveries.take(job.delivery, holder, heldFor(0));
    if (!taken) return ELSEWHERE;
    const held: Held = { taken, holder, unanswered: false };
    try {
      return await tryUntilEnded(job, held, signal);
    } catch (error) {
      if (!held.unanswered) await deliveries.release(taken.key, holder);
      throw error;
    }
  };

  async function tryUntilEnded(job: Job, held: Held, signal: AbortSignal): Promise<Delivered> {
    const { taken, holder } = held;
    let { prepared } = taken;
    let mayBePosted = taken.tries > 1 && prepared !== null;
    for (let tried = 0; ; tried += 1) {
      signal.throwIfAborted();
      try {
        if (mayBePosted && prepared !== null) {
          const found = await postbox.find(job.to, taken.key, taken.dueAt);
          if (found) return await finish(job, holder, decodePrepared(prepared), found.ts);
          mayBePosted = false;
          held.unanswered = false;
        }
        if (clock.now() > job.until)
          return await fail(job, { holder, prepared, reason: 'too late', closed: false });
        const message = await job.compose();
        const { outgoing, outcome, entries } = message;
        const ready: Prepared = {
          citations: outgoing === null ? [] : postbox.shown(outgoing, taken.key),
          outcome,
          entries,
        };
        if (outgoing === null) return await finish(job, holder, ready, null);
        prepared = encodePrepared(ready);
        const turn = pace(`${job.to.team}:${job.to.channel}`);
        if (turn > 0) {
          if (!(await deliveries.hold(taken.key, holder, heldFor(turn)))) return ELSEWHERE;
          await clock.sleep(turn, signal);
        }
        if (!(await prepareToPost(taken.key, holder, prepared))) return ELSEWHERE;
        const { ts } = await postbox.post(job.to, outgoing, taken.key);
        return await finish(job, holder, ready, ts);
      } catch (error) {
        if (!(error instanceof PostError)) throw error;
        mayBePosted ||= error.fault === 'unsure';
        held.unanswered ||= error.fault === 'unsure';
        const wait = WAITS_MS[tried];
        if (error.fault === 'closed' || error.fault === 'refused' || wait === undefined) {
          const found = mayBePosted ? await lookOnceMore(job) : null;
          if (found !== null && prepared !== null)
            return await finish(job, holder, decodePrepared(prepared), found);
          return await fail(job, {
            holder,
            prepared,
            reason: error.reason,
            closed: error.fault === 'closed',
          });
        }
        const ms = error.retryAfterMs ?? Math.max(wait, held.unanswered ? ON_ITS_WAY_MS : 0);
        if (!(await deliveries.hold(taken.key, holder, heldFor(ms)))) return ELSEWHERE;
        await clock.sleep(ms, signal);
      }
    }
  }

  /**
   * The last moment to learn that it is another's. A machine that slept, or waited for its database, while it wrote
   * this may have lost its hold since: then it is asked again.
   */
  async function prepareToPost(key: string, holder: string, prepared: string): Promise<boolean> {
    for (;;) {
      const heldUntil = heldFor(0);
      if (!(await deliveries.prepare(key, holder, prepared, heldUntil))) return false;
      if (heldUntil.getTime() - clock.now().getTime() >= NEEDED_TO_POST_MS) return true;
    }
  }

  async function lookOnceMore({ to, delivery }: Job): Promise<string | null> {
    try {
      return (await postbox.find(to, delivery.key, delivery.dueAt))?.ts ?? null;
    } catch (error) {
      if (error instanceof PostError) return null;
      throw error;
    }
  }

  async function finish(
    job: Job,
    holder: string,
    ready: Prepared,
    ts: string | null,
  ): Promise<Delivered> {
    const { team, channel, thread } = job.to;
    const post =
      ts === null
        ? {}
        : { post: { team, channel, ts, thread, at: clock.now(), citations: ready.citations } };
    const ended = await deliveries.finish(
      job.delivery.key,
      holder,
      { status: 'sent', ts },
      { ...ready.outcome, ...post },
    );
    return ended ? { kind: 'sent', ts } : ELSEWHERE;
  }

  async function fail(
    job: Job,
    how: { holder: string; prepared: string | null; reason: string; closed: boolean },
  ): Promise<Delivered> {
    const { holder, prepared, reason, closed } = how;
    const ended = await deliveries.finish(
      job.delivery.key,
      holder,
      { status: 'failed', reason },
      job.settles && prepared !== null ? decodePrepared(prepared).outcome : {},
    );
    return ended ? { kind: 'failed', reason, closed } : ELSEWHERE;
  }
}
