import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { type Metrics, noMetrics } from '../../metrics.js';
import { misfitOf } from './payload-schema.js';

/** What every payload passes on its way from a receiver to Bolt. */
export interface Door {
  /**
   * Has the app work on what a receiver got; nothing that fails comes back. False for what is not as Slack sends it: it
   * never reaches the app, and is for the receiver to acknowledge or to refuse.
   */
  take(app: App, event: ReceiverEvent): Promise<boolean>;
  /** When Slack last sent something; `null` before it has. */
  lastAt(): Date | null;
  /** Waits until all that was let in is finished, for `ms` at most; gives how much is not. */
  finish(ms: number): Promise<number>;
}

export function createDoor({
  clock,
  log,
  metrics = noMetrics,
}: {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
}): Door {
  const begun = new Set<Promise<boolean>>();
  let lastAt: Date | null = null;

  async function work(app: App, event: ReceiverEvent): Promise<boolean> {
    try {
      let isTaken = false;
      const ack: ReceiverEvent['ack'] = async (response) => {
        isTaken = true;
        await event.ack(response);
      };
      const misfit = misfitOf(event.body);
      metrics.received(misfit === null);
      if (misfit !== null) {
        log.warn({ why: misfit }, 'a request that is not as Slack sends them was refused');
        return false;
      }
      await app.processEvent({ ...event, ack });
      // What is for no listener is taken all the same, or Slack would send it again.
      if (!isTaken) await event.ack();
    } catch (error) {
      log.error({ err: error }, 'a request from Slack could not be handled');
    }
    return true;
  }

  return {
    async take(app, event) {
      lastAt = clock.now();
      const working = work(app, event);
      begun.add(working);
      const fits = await working;
      begun.delete(working);
      return fits;
    },
    lastAt: () => lastAt,
    async finish(ms) {
      const over = new AbortController();
      await Promise.race([Promise.all(begun), clock.sleep(ms, over.signal).catch(() => {})]);
      over.abort();
      return begun.size;
    },
  };
}
