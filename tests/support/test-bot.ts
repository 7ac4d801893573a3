import { createHmac, randomUUID } from 'node:crypto';
import { openArchive, type Archive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { createReferences } from '../../src/slack/boundary.js';
import { createApp } from '../../src/slack/create-app.js';
import { createDoor } from '../../src/slack/connection/door.js';
import { EVENTS_PATH } from '../../src/slack/connection/http-receiver.js';
import { openHttpServer } from '../../src/slack/connection/http-server.js';
import type { Log } from '../../src/log.js';
import {
  HEALTH_PATH,
  healthPage,
  READY_PATH,
  readyPage,
} from '../../src/slack/connection/health.js';
import { createConnection, type Connection } from '../../src/slack/connection/connection.js';
import { SCOPES } from '../../src/slack/wire/check-token.js';
import { createPrometheus, METRICS_PATH } from '../../src/start/prometheus.js';
import { openServices, type Services } from '../../src/slack/services.js';
import { systemClock, type Clock } from '../../src/clock.js';
import { openMemoryStore } from './memory-store.js';
import { SEEDS } from './seeds.js';

export const SIGNING_SECRET = 'a-secret-for-tests';
export const BOT_TOKEN = 'xoxb-for-tests';
export const BOT_USER = 'U0CLIPDESK';
export const RESPONSE_URL = 'https://hooks.slack.com/commands/T1/1';

/** A line the bot logged. */
export interface LogLine {
  readonly level: keyof Log;
  readonly fields: object;
  readonly message: string;
}

/** The bot as it runs in production, on a free port of this machine, its log kept for reading. */
export interface TestBot {
  readonly url: string;
  readonly log: LogLine[];
  readonly connection: Connection;
  /** Posts a body as Slack does, signed unless told otherwise. */
  post(body: string, contentType: string, headers?: Record<string, string>): Promise<Response>;
  command(text: string, overrides?: Record<string, string>): Promise<Response>;
  event(event: object, overrides?: object, headers?: Record<string, string>): Promise<Response>;
  press(actionId: string, value: string, overrides?: object): Promise<Response>;
  close(): Promise<void>;
}

export async function startTestBot(
  options: {
    corpusDir?: string;
    archive?: Archive;
    command?: string;
    /** With the agent pane. */
    agent?: boolean;
    /** Puts something that fails in the place of a service. */
    change?: (services: Services) => Services;
    /** Another Slack than the one whose answers a test sets up by address. */
    apiUrl?: string;
    /** Over Socket Mode, with this token. */
    appToken?: string;
    timeoutMs?: number;
    /** Of the pauses between two tries to reach Slack. */
    connectionClock?: Clock;
  } = {},
): Promise<TestBot> {
  const { corpusDir = SEEDS, command = '/deport', agent = false } = options;
  const { change = (services) => services } = options;
  const now = (): Date => new Date();
  const store = await openMemoryStore(now);
  const archive = options.archive ?? (await openArchive({ folder: openFolder(corpusDir), now }));
  const log: LogLine[] = [];
  const missingScopes = SCOPES.filter(({ need }) => need === 'agent' && !agent);
  const clientOptions = {
    apiUrl: options.apiUrl,
    retry: { retries: 2, minTimeout: 1, maxTimeout: 2 },
    timeoutMs: options.timeoutMs ?? 2_000,
  };
  const { appToken, connectionClock: clock = systemClock } = options;
  const connection = createConnection({ clock, log: createLog(log), random: () => 0.5 });
  const { metrics, page } = createPrometheus(archive);
  const door = createDoor({ clock: systemClock, log: createLog(log), metrics });
  const server = await openHttpServer({ port: 0, host: '127.0.0.1' });
  const app = createApp({
    services: change(
      openServices({
        archive,
        store,
        clock: systemClock,
        log: createLog(log),
        token: BOT_TOKEN,
        clientOptions,
        command,
        handle: 'clipdesk',
        zone: 'UTC',
        newId: randomUUID,
        team: 'T1',
        admins: [],
        missingScopes,
        metrics,
      }).services,
    ),
    transport:
      appToken === undefined
        ? { kind: 'http', signingSecret: SIGNING_SECRET, server }
        : { kind: 'socket', appToken },
    botToken: BOT_TOKEN,
    identity: {
      botId: 'B0CLIPDESK',
      botUserId: BOT_USER,
      handle: 'clipdesk',
      team: 'Test',
      teamId: 'T1',
      missingScopes,
    },
    connection,
    door,
    clientOptions,
    log: createLog(log),
    newReference: createReferences(() => 0.5),
    newKey: randomUUID,
    sleep: async () => {},
  });
  const vitals = { archive, connection, store, door };
  server.serve(HEALTH_PATH, healthPage(vitals));
  server.serve(READY_PATH, readyPage(vitals));
  server.serve(METRICS_PATH, page);
  await app.start();
  const url = `http://127.0.0.1:${server.port}`;

  const bot: TestBot = {
    url,
    log,
    connection,
    post(body, contentType, headers = {}) {
      const timestamp = Math.floor(Date.now() / 1000);
      return fetch(url + EVENTS_PATH, {
        method: 'POST',
        body,
        headers: { 'content-type': contentType, ...signature(timestamp, body), ...headers },
      });
    },
    command(text, overrides = {}) {
      const form = new URLSearchParams({
        command,
        text,
        team_id: 'T1',
        channel_id: 'C1',
        user_id: 'U1',
        response_url: RESPONSE_URL,
        trigger_id: 'trigger',
        ...overrides,
      });
      return bot.post(form.toString(), 'application/x-www-form-urlencoded');
    },
    event(event, overrides = {}, headers = {}) {
      const envelope = {
        type: 'event_callback',
        team_id: 'T1',
        event_id: 'Ev1',
        is_ext_shared_channel: false,
        event,
        ...overrides,
      };
      return bot.post(JSON.stringify(envelope), 'application/json', headers);
    },
    press(actionId, value, overrides = {}) {
      const payload = {
        type: 'block_actions',
        user: { id: 'U1', team_id: 'T1' },
        team: { id: 'T1' },
        channel: { id: 'C1' },
        container: {
          type: 'message',
          message_ts: '1700000000.000100',
          channel_id: 'C1',
          is_ephemeral: true,
        },
        trigger_id: 'trigger',
        response_url: RESPONSE_URL,
        actions: [{ type: 'button', block_id: 'b', action_id: actionId, value, action_ts: '1.1' }],
        ...overrides,
      };
      const form = new URLSearchParams({ payload: JSON.stringify(payload) });
      return bot.post(form.toString(), 'application/x-www-form-urlencoded');
    },
    async close() {
      await app.stop();
      await server.close();
      await store.close();
    },
  };
  return bot;
}

/** Slack's headers for a body sent at this second. */
export function signature(
  timestamp: number,
  body: string,
  secret = SIGNING_SECRET,
): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}

export function createLog(lines: LogLine[]): Log {
  const write =
    (level: keyof Log) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
