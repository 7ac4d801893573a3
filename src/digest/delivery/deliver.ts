import type { Clock } from '../../clock.js';
import type { Delivery, DeliveryEffects, DeliveryResult } from '../../store/records.js';
import type { Deliveries } from '../../store/store.js';
import { PostError, type Outbox, type OutboxMessage } from './outbox.js';
import type { Pace } from './pace.js';
import { decodePrepared, encodePrepared, type Prepared } from './prepared.js';

/** How long a lease lasts beyond what its owner waits for, in milliseconds: Slack answers within seconds. */
const LEASE_MS = 60_000;
/** A post that got no answer may be on its way for so long; before then its absence proves nothing. */
const ON_ITS_WAY_MS = 60_000;
/** So much of the lease must be left for posting, in milliseconds: several times as long as Slack is waited for. */
const NEEDED_TO_POST_MS = 40_000;
/** The waits before each further try, in milliseconds, where Slack names none; then it is given up. */
const WAITS_MS = [5_000, 20_000, 60_000, 3 * 60_000, 10 * 60_000];

/** What to send, made anew for each try: nothing withdrawn meanwhile is posted. */
export interface Composition extends Omit<Prepared, 'citations'> {
  /** `null` when there is nothing to say after all. */
  readonly message: OutboxMessage | null;
}

export interface Job {
  readonly delivery: Delivery;
  /** The thread it goes to; else it stands by itself. */
  readonly thread?: string;
  /** Who set it up, and so may take away what is posted. */
  readonly askedBy?: string;
  readonly compose: () => Promise<Composition>;
  /** After this instant it is not posted any more, only looked for. */
  readonly until: Date;
  /** What follows from it holds although it could not be posted: the same is not tried again. */
  readonly settles?: boolean;
}

/** `elsewhere`: another process has it, or it has ended. `failed` says why and whether the place is closed for good. */
export type Delivered =
  | { readonly kind: 'sent' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly reason: string; readonly closed: boolean };

export type Deliver = (job: Job, signal: AbortSignal) => Promise<Delivered>;

/** Thrown when the delivery has become another's: then nothing more may be done about it. */
class LeaseLost extends Error {}

/**
 * Sends a message once, over restarts and replicas: lease it, write down what is about to be posted, post, finish.
 * After a crash, or an answer that never came, it looks for its own message before it posts again.
 * @throws the signal's reason when it is aborted; then the delivery is left for a later start
 */
export function createDeliver(needs: {
  readonly deliveries: Deliveries;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly pace: Pace;
  /** Unique to this process. */
  readonly owner: string;
}): Deliver {
  const { deliveries, outbox, clock, pace } = needs;
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  let count = 0;

  return async (job, signal) => {
    count += 1;
    // One that has lost its lease must not take a later try of this very process for its own.
    const owner = `${needs.owner}/${count}`;
    const leased = await deliveries.lease(job.delivery, owner, inMs(LEASE_MS));
    if (!leased) return { kind: 'elsewhere' };

    const { key, team, channel, dueAt } = leased;
    const to = { team, channel, thread: job.thread ?? null };
    let { prepared } = leased;
    /** Whether an earlier try has posted it, for all that is known. */
    let posted: 'no' | 'hardly' | 'perhaps' =
      leased.tries > 1 && prepared !== null ? 'perhaps' : 'no';
    /** Whether a try of this owner got no answer: then nobody may look for it before the lease has run out. */
    let unanswered = false;

    async function wait(ms: number): Promise<void> {
      if (!(await deliveries.renew(key, owner, inMs(ms + LEASE_MS)))) throw new LeaseLost();
      await clock.sleep(ms, signal);
    }

    /**
     * The last moment to learn that it is another's. A machine that slept, or waited for its database, while it wrote
     * this may have lost its lease since: then it is asked again.
     */
    async function writeDown(text: string): Promise<void> {
      let until: Date;
      do {
        until = inMs(LEASE_MS);
        if (!(await deliveries.renew(key, owner, until, text))) throw new LeaseLost();
      } while (until < inMs(NEEDED_TO_POST_MS));
    }

    async function end(result: DeliveryResult, effects: DeliveryEffects): Promise<void> {
      if (!(await deliveries.finish(key, owner, result, effects))) throw new LeaseLost();
    }

    /** `body` is that of the message, where this very try has posted it. */
    async function finish(
      ts: string | null,
      ready: Prepared,
      body: string | null = null,
    ): Promise<Delivered> {
      const { citations, effects } = ready;
      const { thread } = to;
      const askedBy = job.askedBy ?? null;
      const post =
        ts === null
          ? undefined
          : { team, channel, ts, thread, at: clock.now(), askedBy, body, citations };
      await end({ status: 'sent', ts }, { ...effects, post });
      return { kind: 'sent' };
    }

    async function fail(reason: string, closed: boolean): Promise<Delivered> {
      const effects = job.settles && prepared !== null ? decodePrepared(prepared).effects : {};
      await end({ status: 'failed', reason }, effects);
      return { kind: 'failed', reason, closed };
    }

    /** Finishes what an earlier try has posted; `null` when nothing is there. */
    async function finishPosted(): Promise<Delivered | null> {
      if (posted === 'no' || prepared === null) return null;
      const looking = outbox.find(to, key, dueAt);
      const found = await (posted === 'hardly' ? looking.catch(unlessPostError) : looking);
      return found && finish(found.ts, decodePrepared(prepared));
    }

    async function attempt(): Promise<Delivered> {
      const earlier = await finishPosted();
      if (earlier) return earlier;
      posted = 'no';
      unanswered = false;
      if (clock.now() > job.until) return fail('too late', false);
      const { message, ...rest } = await job.compose();
      if (message === null) return finish(null, { ...rest, citations: [] });
      const ready = { ...rest, citations: outbox.shown(message, key) };
      prepared = encodePrepared(ready);
      const turn = pace(`${team}:${channel}`);
      if (turn > 0) await wait(turn);
      await writeDown(prepared);
      const { ts, body } = await outbox.post(to, message, key);
      return finish(ts, ready, body);
    }

    /** After a failed try: gives up, or waits for the next one and gives `null`. */
    async function giveUpOrWait(error: PostError, tried: number): Promise<Delivered | null> {
      const { fault, reason, retryAfterMs } = error;
      // A refusal before anything was done is to be believed, but for a message posted all the same now and then.
      posted = posted === 'perhaps' || isUnsure(fault) ? 'perhaps' : 'hardly';
      unanswered ||= fault === 'unanswered';
      const next = WAITS_MS[tried];
      if (fault === 'closed' || fault === 'refused' || next === undefined)
        return (await finishPosted().catch(unlessPostError)) ?? fail(reason, fault === 'closed');
      await wait(retryAfterMs ?? Math.max(next, unanswered ? ON_ITS_WAY_MS : 0));
      return null;
    }

    try {
      for (let tried = 0; ; tried += 1) {
        signal.throwIfAborted();
        try {
          return await attempt();
        } catch (error) {
          if (!(error instanceof PostError)) throw error;
          const ended = await giveUpOrWait(error, tried);
          if (ended) return ended;
        }
      }
    } catch (error) {
      if (error instanceof LeaseLost) return { kind: 'elsewhere' };
      if (!unanswered) await deliveries.release(key, owner);
      throw error;
    }
  };
}

function isUnsure(fault: PostError['fault']): boolean {
  return fault === 'unsure' || fault === 'unanswered';
}

function unlessPostError(error: unknown): null {
  if (error instanceof PostError) return null;
  throw error;
}
