import type { Archive } from '../answer/archive/archive.js';
import type { Clock } from '../clock.js';
import type { SourceStatus } from '../corpus/metadata/sources-yml.js';
import type { DigestService } from '../digest/digest-service.js';
import { openDigests } from '../digest/open-digests.js';
import type { Scheduler } from '../digest/scheduler.js';
import type { WatchService } from '../digest/watch-service.js';
import type { Log } from '../log.js';
import { type Metrics, noMetrics } from '../metrics.js';
import type { Store } from '../store/store.js';
import { createAccess, type Access } from './access.js';
import { outgoingMessage } from './messages/outgoing-message.js';
import { createChannelPoster } from './wire/channel-poster.js';
import type { Scope } from './wire/check-token.js';
import { createClientWithoutRetries, type ClientOptions } from './wire/client.js';

/** What every listener works with. */
export interface Services extends Pick<
  Store,
  'channels' | 'claims' | 'deliveries' | 'threads' | 'posts' | 'reports'
> {
  readonly access: Access;
  readonly archive: Archive;
  readonly digests: DigestService;
  readonly watches: WatchService;
  /** The slash command, `/deport` unless configured otherwise. */
  readonly command: string;
  /** The bot's handle, as people mention and invite it. */
  readonly handle: string;
  /** Rights of the manifest that the token lacks. */
  readonly missingScopes: readonly Scope[];
  readonly now: () => Date;
  /** How it stands with the feeds and folders that are followed. */
  readonly sources: () => Promise<readonly SourceStatus[]>;
  readonly metrics: Metrics;
}

/** The services, and the scheduler that works beside them once it is started. */
export function openServices(args: {
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
  /** The id of the bot's own organisation. */
  readonly team: string;
  readonly admins: readonly string[];
  /** None where it is absent: nothing is followed there. */
  readonly sources?: Services['sources'] | undefined;
  readonly missingScopes: readonly Scope[];
  readonly metrics?: Metrics;
}): { readonly services: Services; readonly scheduler: Scheduler } {
  const { archive, store, clock, log, command, handle, zone, newId, team, admins } = args;
  const { metrics = noMetrics } = args;
  const { channels, claims, deliveries, threads, posts, reports } = store;
  const client = createClientWithoutRetries(args.token, args.clientOptions, log);
  const access = createAccess({ channels, client, team, admins, now: clock.now });
  const { digests, watches, scheduler } = openDigests({
    archive,
    store,
    clock,
    log,
    zone,
    newId,
    metrics,
    outbox: createChannelPoster({
      client,
      log,
      barred: (channel) => access.barred(channel),
      write: (outgoing, key) => outgoingMessage(outgoing, key, command),
    }),
  });
  return {
    services: {
      access,
      archive,
      channels,
      claims,
      deliveries,
      threads,
      posts,
      reports,
      digests,
      watches,
      command,
      handle,
      missingScopes: args.missingScopes,
      now: clock.now,
      sources: args.sources ?? (() => Promise.resolve([])),
      metrics,
    },
    scheduler,
  };
}
