import { setMaxListeners } from 'node:events';
import type { Archive } from '../answer/archive/archive.js';
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Store } from '../store/store.js';
import { createCorrectionNotifier } from './correction-notifier.js';
import { createDeliver, type Deliver } from './delivery/deliver.js';
import type { Outbox } from './delivery/outbox.js';
import { createPace } from './delivery/pace.js';
import { createDigestSender } from './digest-sender.js';
import { createDigestService, type DigestService } from './digest-service.js';
import { createScheduler, type Scheduler } from './scheduler.js';
import { createWatchNotifier } from './watch-notifier.js';
import { createWatchService, type WatchService } from './watch-service.js';

/** Digests, watches and corrections: what people do with them, and what is sent in its time once that is started. */
export interface Digests {
  readonly digests: DigestService;
  readonly watches: WatchService;
  readonly scheduler: Scheduler;
}

export function openDigests(needs: {
  readonly archive: Pick<Archive, 'view' | 'inSlices' | 'subscribe'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly log: Log;
  /** The zone of a digest where nobody says otherwise. */
  readonly zone: string;
  readonly newId: () => string;
  readonly metrics: Metrics;
  readonly longestSleepMs?: number | undefined;
}): Digests {
  const { store, clock, outbox, newId } = needs;
  const stopped = new AbortController();
  // As many listen to it as there are deliveries under way.
  setMaxListeners(0, stopped.signal);
  const { deliveries } = store;
  const pace = createPace(clock);
  const deliver = counted(
    createDeliver({ deliveries, outbox, clock, pace, owner: newId() }),
    needs,
  );
  const sender = createDigestSender({ ...needs, deliver });
  return {
    digests: createDigestService({ ...needs, sender, signal: stopped.signal }),
    watches: createWatchService(needs),
    scheduler: createScheduler({
      ...needs,
      digests: sender,
      watches: createWatchNotifier({ ...needs, deliver }),
      corrections: createCorrectionNotifier({ ...needs, deliver }),
      stopped,
    }),
  };
}

function counted(
  deliver: Deliver,
  { metrics, clock }: { readonly metrics: Metrics; readonly clock: Clock },
): Deliver {
  return async (job, signal) => {
    const delivered = await deliver(job, signal);
    const { kind, dueAt } = job.delivery;
    const minutesLate = Math.max(0, clock.now().getTime() - dueAt.getTime()) / 60_000;
    if (delivered.kind !== 'elsewhere') metrics.delivered(kind, delivered.kind, minutesLate);
    if (delivered.kind === 'failed') metrics.refusedBySlack(delivered.reason);
    return delivered;
  };
}
