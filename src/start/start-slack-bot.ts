import { randomInt, randomUUID } from 'node:crypto';
import pino from 'pino';
import type { Clock } from '../clock.js';
import { DEFAULT_DATABASE, type Config } from '../config.js';
import { follow } from './follow.js';
import { openFollowedArchive, type ReadingNeeds } from './archive.js';
import { createReferences } from '../slack/boundary.js';
import { noMetrics } from '../metrics.js';
import { createApp, type Transport } from '../slack/create-app.js';
import { checkToken, missingScopeMessage } from '../slack/wire/check-token.js';
import { createClient, type ClientOptions } from '../slack/wire/client.js';
import { createConnection } from '../slack/connection/connection.js';
import { createDoor } from '../slack/connection/door.js';
import { HEALTH_PATH, healthPage, READY_PATH, readyPage } from '../slack/connection/health.js';
import { EVENTS_PATH } from '../slack/connection/http-receiver.js';
import { openHttpServer } from '../slack/connection/http-server.js';
import { openServices } from '../slack/services.js';
import { explainListening, StartError, type TokenError } from '../slack/start-error.js';
import { openStore } from '../store/open-store.js';

/** A bot that answers in Slack until it is stopped. */
export interface RunningBot {
  /** Where it listens over HTTP; `null` over Socket Mode. */
  readonly port: number | null;
  /** Resolves when Slack has refused a token for so long that only a person can help. */
  readonly gaveUp: Promise<TokenError>;
  /** Notes an error that came from nowhere known, and counts it. */
  report(error: unknown): void;
  /** Finishes what was begun; `why` goes to the log. */
  stop(why: string): Promise<void>;
}

/**
 * Opens the store, reads the archive, checks the token, opens the way to Slack; while Slack is away it goes on trying.
 * @throws FolderError, StartError, StoreError; TokenError where Slack refuses a token
 */
export async function startSlackBot(
  config: Config,
  clock: Clock,
  reading: ReadingNeeds = {},
): Promise<RunningBot> {
  const log = pino({ level: config.logLevel });
  let metrics = noMetrics;
  /** What was opened, to be closed in the opposite order, whether the bot comes to run or not. */
  const opened: { close(): Promise<void> }[] = [];
  const closeAll = async (): Promise<void> => {
    for (const each of opened.splice(0).toReversed()) await each.close();
  };
  try {
    const store = await openStore({
      url: config.databaseUrl ?? DEFAULT_DATABASE,
      now: clock.now,
      onIdleError: (err) =>
        log.warn({ err }, 'a connection to the database broke; another is opened'),
    });
    opened.push(store);
    const archive = await openFollowedArchive({
      corpusDir: config.corpusDir,
      clock,
      log,
      ...reading,
    });
    opened.push(archive);

    const random = (): number => randomInt(2 ** 32) / 2 ** 32;
    const unique = randomUUID();
    const following = follow({ dir: config.corpusDir, clock, random, unique, log });
    opened.push(following);
    const connection = createConnection({ clock, log, random });
    opened.push(keepAlive(), { close: async () => connection.stop() });

    const { bot = '', app: appToken, signingSecret = '' } = config.tokens;
    const { port, host } = config;
    // Its library takes a while to read, and most do without.
    const prometheus = config.metrics ? await import('./prometheus.js') : null;
    const counted = prometheus?.createPrometheus(archive);
    metrics = counted?.metrics ?? noMetrics;
    const door = createDoor({ clock, log, metrics });
    const server = await openHttpServer({ port, host }).catch((cause: unknown) => {
      if (appToken === undefined) throw new StartError(explainListening(cause, port), { cause });
      log.warn(`${explainListening(cause, port)} The health page is not shown.`);
      return null;
    });
    const vitals = { archive, connection, store, door };
    server?.serve(HEALTH_PATH, healthPage(vitals));
    server?.serve(READY_PATH, readyPage(vitals));
    if (prometheus && counted) server?.serve(prometheus.METRICS_PATH, counted.page);
    if (server !== null) opened.push(server);
    const transport: Transport =
      appToken === undefined && server !== null
        ? { kind: 'http', signingSecret, server }
        : { kind: 'socket', appToken: appToken ?? '' };
    const listening = transport.kind === 'http' ? transport.server.port : null;

    const clientOptions: ClientOptions = { apiUrl: config.slackApiUrl };
    const client = createClient(bot, clientOptions, log);
    const identity = await connection.keepTrying(() => checkToken(client), 0);
    for (const missing of identity.missingScopes) {
      if (missing.need === 'always') log.error(missingScopeMessage(missing));
      if (missing.need === 'optional') log.info(missingScopeMessage(missing));
    }

    const { services, scheduler } = openServices({
      archive,
      store,
      clock,
      log,
      token: bot,
      clientOptions,
      command: config.command,
      handle: identity.handle,
      zone: config.digestZone,
      newId: randomUUID,
      team: identity.teamId,
      admins: config.admins,
      sources: () => following.sources(),
      missingScopes: identity.missingScopes,
      metrics,
    });
    opened.push({ close: () => scheduler.stop() });
    const app = createApp({
      services,
      transport,
      botToken: bot,
      identity,
      connection,
      door,
      clientOptions,
      log,
      newReference: createReferences(random),
      newKey: randomUUID,
      sleep: (ms) => clock.sleep(ms),
    });
    await app.start();
    opened.push({ close: () => app.stop() });
    scheduler.start();
    log.info(
      listening === null
        ? `connected to ${identity.team} over Socket Mode; ${config.command} is answered`
        : `listening on port ${listening} for ${identity.team}: Slack sends to https://YOUR-HOST${EVENTS_PATH}; ${config.command} is answered`,
    );
    return {
      port: listening,
      gaveUp: connection.gaveUp,
      report(err) {
        metrics.unheard();
        log.error({ err }, 'an error that nothing caught');
      },
      async stop(why) {
        log.info({ why }, 'stopping');
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The bot lives on also when nothing of it is open, as while it waits to try again. */
function keepAlive(): { close(): Promise<void> } {
  const timer = setInterval(() => {}, 60_000);
  return { close: async () => clearInterval(timer) };
}
