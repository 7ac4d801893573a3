import { setMaxListeners } from 'node:events';
import type { View } from '../answer/archive/view.js';
import type { Clock } from '../clock.js';
import type { Store } from '../store/store.js';
import { createCorrectionKeeper } from './correction-keeper.js';
import { createDigestDesk } from './create-digest-desk.js';
import { createWatchDesk } from './create-watch-desk.js';
import { createWatchKeeper } from './watch-keeper.js';
import { createDeliver } from './deliver.js';
import type { DigestDesk } from './digest-desk.js';
import { createDigestRunner } from './digest-runner.js';
import type { Log } from '../log.js';
import { createPace } from './pace.js';
import type { Postbox } from './postbox.js';
import { createScheduler, type Scheduler } from './scheduler.js';
import type { WatchDesk } from './watch-desk.js';

/** The archive as this room needs it. */
export interface FollowedArchive {
  view(): View;
  /** `heard` is called whenever a new view stands; gives the way to stop that. */
  subscribe(heard: () => void): () => void;
}

export interface DigestRoom {
  readonly digests: DigestDesk;
  readonly watches: WatchDesk;
  readonly scheduler: Scheduler;
}

/** Digests, watches and corrections, ready to be started. */
export function openDigestRoom(needs: {
  readonly archive: FollowedArchive;
  readonly store: Store;
  readonly clock: Clock;
  readonly postbox: Postbox;
  readonly log: Log;
  /** The zone of a digest where nobody says otherwise. */
  readonly zone: string;
  readonly newId: () => string;
  readonly longestSleepMs?: number | undefined;
}): DigestRoom {
  const { archive, store, clock, postbox, log, zone, newId, longestSleepMs } = needs;
  const stopped = new AbortController();
  // As many listen to it as there are deliveries under way.
  setMaxListeners(0, stopped.signal);
  const deliver = createDeliver({
    store,
    postbox,
    clock,
    pace: createPace(clock),
    holder: newId(),
  });
  const common = { archive, store, clock, deliver, log };
  const digests = createDigestRunner(common);
  return {
    digests: createDigestDesk({
      archive,
      store,
      clock,
      zone,
      runner: digests,
      signal: stopped.signal,
    }),
    watches: createWatchDesk({ archive, store, clock, newId }),
    scheduler: createScheduler({
      archive,
      store,
      clock,
      log,
      digests,
      watches: createWatchKeeper(common),
      corrections: createCorrectionKeeper(common),
      stopped,
      longestSleepMs,
    }),
  };
}
