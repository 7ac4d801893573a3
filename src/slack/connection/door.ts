import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { type Metrics, noMetrics } from '../../metrics.js';
import { misfitOf } from './payload-schema.js';

/** What every payload passes on its way from a receiver to Bolt. */
export interface Door {
  /** The app as a receiver may have it: what does not fit never reaches it, and nothing that fails comes back. */
  before(app: App): App;
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
  const begun = new Set<Promise<void>>();
  let lastAt: Date | null = null;

  async function work(app: App, event: ReceiverEvent): Promise<void> {
    try {
      let isTaken = false;
      const ack: ReceiverEvent['ack'] = async (response) => {
        isTaken = true;
        await event.ack(response);
      };
      const misfit = misfitOf(event.body);
      metrics.received(misfit === null);
      if (misfit === null) await app.processEvent({ ...event, ack });
      else log.warn({ why: misfit }, 'a request that is not as Slack sends them was refused');
      // What is for no listener is taken all the same, or Slack would send it again.
      if (!isTaken) await event.ack();
    } catch (error) {
      log.error({ err: error }, 'a request from Slack could not be handled');
    }
  }

  return {
    before(app) {
      const processEvent = async (event: ReceiverEvent): Promise<void> => {
        lastAt = clock.now();
        const working = work(app, event);
        begun.add(working);
        await working;
        begun.delete(working);
      };
      return new Proxy(app, {
        get: (target, key): unknown =>
          key === 'processEvent' ? processEvent : Reflect.get(target, key),
      });
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
