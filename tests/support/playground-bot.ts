import { randomUUID } from 'node:crypto';
import { openArchive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { startPlayground } from '../../src/playground/start-playground.js';
import { createReferences } from '../../src/slack/boundary.js';
import { createApp } from '../../src/slack/create-app.js';
import { createDoor } from '../../src/slack/connection/door.js';
import { EVENTS_PATH } from '../../src/slack/connection/http-receiver.js';
import { openHttpServer } from '../../src/slack/connection/http-server.js';
import { createConnection } from '../../src/slack/connection/connection.js';
import { type Scope, SCOPES } from '../../src/slack/wire/check-token.js';
import { openServices } from '../../src/slack/services.js';
import { systemClock } from '../../src/clock.js';
import { type Manifest, readManifest } from './manifest.js';
import { openMemoryStore } from './memory-store.js';
import { driveWorkspace, type DrivenWorkspace } from './playground/drive-workspace.js';
import { SEEDS } from './seeds.js';
import { createLog, signature, type LogLine } from './test-bot.js';

/** The bot as it runs in production, in a workspace on this machine: who asks it something reads the answer there. */
export interface PlaygroundBot {
  readonly workspace: DrivenWorkspace;
  readonly log: LogLine[];
  /** Posts a message in the bot's name, such as one that an older version of it left behind. */
  postAsBot(channel: string, message: object): Promise<void>;
  /** Delivers, over HTTP, an event that nobody in the workspace can bring about, such as an edit. */
  deliver(event: object, eventId: string): Promise<void>;
  close(): Promise<void>;
}

export async function startPlaygroundBot({
  transport = 'http',
  corpusDir = SEEDS,
  command = '/deport',
  agent = false,
  without = [],
  admins = [],
}: {
  transport?: 'http' | 'socket';
  corpusDir?: string;
  command?: string;
  /** With the agent pane. */
  agent?: boolean;
  /** Rights that the app was not given. */
  without?: readonly Scope['scope'][];
  /** User ids. */
  admins?: readonly string[];
} = {}): Promise<PlaygroundBot> {
  let botUrl = '';
  const { apiUrl, close, ...playground } = await startPlayground({
    port: 0,
    manifest: withoutScopes(readManifest({ command, agent }), without),
    // Redeliveries that Slack spreads over minutes come at once.
    needs: { speedUp: 60_000 },
    ...(transport === 'http' ? { botUrl: () => botUrl } : {}),
  });
  const workspace = driveWorkspace(playground.workspace);
  const { team, app: slackApp } = workspace.state;
  const { botToken, appToken, signingSecret } = workspace.credentials;
  const now = (): Date => new Date();
  const store = await openMemoryStore(now);
  const log: LogLine[] = [];
  const missingScopes = SCOPES.filter(
    ({ scope, need }) => (need === 'agent' && !agent) || without.includes(scope),
  );
  const clientOptions = { apiUrl, retry: { retries: 2, minTimeout: 1, maxTimeout: 2 } };
  const { services, scheduler } = openServices({
    archive: await openArchive({ folder: openFolder(corpusDir), now }),
    store,
    clock: systemClock,
    log: createLog(log),
    token: botToken,
    clientOptions,
    command,
    handle: 'clipdesk',
    zone: 'UTC',
    newId: randomUUID,
    team: team.id,
    admins,
    missingScopes,
  });
  const server = await openHttpServer({ port: 0, host: '127.0.0.1' });
  const app = createApp({
    services,
    transport:
      transport === 'http' ? { kind: 'http', signingSecret, server } : { kind: 'socket', appToken },
    botToken,
    identity: {
      botId: slackApp.botId,
      botUserId: slackApp.botUser,
      handle: 'clipdesk',
      team: team.name,
      teamId: team.id,
      missingScopes,
    },
    connection: createConnection({ clock: systemClock, log: createLog(log), random: () => 0.5 }),
    door: createDoor({ clock: systemClock, log: createLog(log) }),
    clientOptions,
    log: createLog(log),
    newReference: createReferences(() => 0.5),
    newKey: randomUUID,
    sleep: async () => {},
  });
  await app.start();
  botUrl = `http://127.0.0.1:${server.port}${EVENTS_PATH}`;
  scheduler.start();

  return {
    workspace,
    log,
    async postAsBot(channel, message) {
      const response = await fetch(`${apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: workspace.channelId(channel), ...message }),
      });
      const answer = await response.text();
      if (!answer.includes('"ok":true')) throw new Error(`Not posted: ${answer}`);
    },
    async deliver(event, eventId) {
      const body = JSON.stringify({
        type: 'event_callback',
        team_id: team.id,
        event_id: eventId,
        event,
      });
      const timestamp = Math.floor(Date.now() / 1000);
      const response = await fetch(botUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signature(timestamp, body, signingSecret),
        },
        body,
      });
      if (response.status !== 200) throw new Error(`The bot answered ${response.status}.`);
    },
    async close() {
      await app.stop();
      await server.close();
      await scheduler.stop();
      await store.close();
      await close();
    },
  };
}

function withoutScopes(manifest: Manifest, without: readonly string[]): Manifest {
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  const scopes = {
    bot: bot.filter((one) => !without.includes(one)),
    bot_optional: bot_optional.filter((one) => !without.includes(one)),
  };
  return { ...manifest, oauth_config: { scopes } };
}
