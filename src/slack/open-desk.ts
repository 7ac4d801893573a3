import type { Archive } from '../answer/archive/archive.js';
import type { Clock } from '../clock.js';
import { openDigestRoom } from '../digest/open-digest-room.js';
import type { Scheduler } from '../digest/scheduler.js';
import type { Store } from '../store/store.js';
import { createChannelPoster } from './wire/channel-poster.js';
import type { ClientOptions } from './wire/create-client.js';
import type { Desk, Log } from './desk.js';
import { outgoingMessage } from './messages/outgoing-message.js';

/** What the listeners work with, and the scheduler that works beside them once it is started. */
export function openDesk(needs: {
  readonly archive: Archive;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly token: string;
  readonly clientOptions: ClientOptions;
  readonly command: string;
  readonly handle: string;
  /** The zone of a digest where nobody says otherwise. */
  readonly zone: string;
  readonly newId: () => string;
}): { readonly desk: Desk; readonly scheduler: Scheduler } {
  const { archive, store, clock, log, token, clientOptions, command, handle, zone, newId } = needs;
  const { digests, watches, scheduler } = openDigestRoom({
    archive,
    store,
    clock,
    log,
    zone,
    newId,
    postbox: createChannelPoster({
      token,
      clientOptions,
      log,
      write: (outgoing, key) => outgoingMessage(outgoing, key, command),
    }),
  });
  const { claims, threads, posts } = store;
  return {
    desk: { archive, claims, threads, posts, digests, watches, command, handle, now: clock.now },
    scheduler,
  };
}
