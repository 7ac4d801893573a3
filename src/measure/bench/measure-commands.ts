import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Archive } from '../../answer/archive/archive.js';
import { createBareApp } from '../../slack/bare-app.js';
import { createReferences } from '../../slack/boundary.js';
import { createApp } from '../../slack/create-app.js';
import type { Log } from '../../log.js';
import { createConnection } from '../../slack/connection/connection.js';
import { createDoor } from '../../slack/connection/door.js';
import { EVENTS_PATH } from '../../slack/connection/http-receiver.js';
import { openHttpServer } from '../../slack/connection/http-server.js';
import { openServices } from '../../slack/services.js';
import { IN_MEMORY, openStore } from '../../store/open-store.js';
import { summariseTimes, type Times } from './bench-job.js';

const HOST = '127.0.0.1';
const TEAM = 'T0BENCH';
const COMMAND = '/deport';
const SIGNING_SECRET = 'signs-requests-on-this-machine-only';
const BOT_TOKEN = 'xoxb-for-this-machine-only';
const WARM_UP = 20;
const FIXED_TEXT = 'The archive says so.';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Times, in milliseconds, from sending a signed slash command to the answer's arrival at its response URL, for our
 * app and for a bare Bolt app, by turns, over HTTP on this machine.
 */
export async function measureCommands(needs: {
  archive: Archive;
  questions: readonly string[];
  ticks: () => number;
  now: () => Date;
  random: () => number;
}): Promise<{ clipdesk: Times; bare: Times }> {
  const { archive, questions, ticks, now, random } = needs;
  const slack = await startFakeSlack();
  const store = await openStore({ url: IN_MEMORY, now });
  const clock = { now, sleep: async () => {} };
  const server = await openHttpServer({ port: 0, host: HOST });
  const common = { botToken: BOT_TOKEN, log: silent };
  const apps = {
    clipdesk: createApp({
      ...common,
      services: openServices({
        archive,
        store,
        clock,
        log: silent,
        token: BOT_TOKEN,
        clientOptions: { apiUrl: slack.apiUrl },
        command: COMMAND,
        handle: 'bench',
        zone: 'UTC',
        newId: () => String(random()),
        team: TEAM,
        admins: [],
        missingScopes: [],
      }).services,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET, server },
      identity: {
        botId: 'B0BENCH',
        botUserId: 'U0BENCH',
        handle: 'bench',
        team: 'Bench',
        teamId: TEAM,
        missingScopes: [],
      },
      connection: createConnection({
        clock,
        log: silent,
        random,
      }),
      door: createDoor({ clock, log: silent }),
      clientOptions: { apiUrl: slack.apiUrl },
      newReference: createReferences(random),
      newKey: () => String(random()),
      sleep: async () => {},
    }),
    bare: createBareApp({
      ...common,
      command: COMMAND,
      text: FIXED_TEXT,
      signingSecret: SIGNING_SECRET,
      host: HOST,
    }),
  };
  try {
    await apps.clipdesk.start();
    const ports = { clipdesk: server.port, bare: await apps.bare.start() };
    const measured = { clipdesk: [] as number[], bare: [] as number[] };
    const warmUp = questions.slice(0, WARM_UP);
    for (const [index, question] of [...warmUp, ...questions].entries()) {
      for (const side of ['clipdesk', 'bare'] as const) {
        const reply = slack.nextReply();
        const body = commandBody(question, `${side}-${index}`, slack.replyUrl);
        const start = ticks();
        const response = await fetch(`http://${HOST}:${ports[side]}${EVENTS_PATH}`, {
          method: 'POST',
          body,
          headers: signedHeaders(body, now()),
        });
        if (!response.ok)
          throw new Error(
            `${side} answered a signed command with ${response.status}; expected 200`,
          );
        await Promise.all([response.text(), reply]);
        if (index >= warmUp.length) measured[side].push(ticks() - start);
      }
    }
    return { clipdesk: summariseTimes(measured.clipdesk), bare: summariseTimes(measured.bare) };
  } finally {
    await Promise.all([apps.clipdesk.stop(), apps.bare.stop(), slack.stop()]);
    await server.close();
    await store.close();
  }
}

function commandBody(text: string, trigger: string, replyUrl: string): string {
  return new URLSearchParams({
    command: COMMAND,
    text,
    team_id: TEAM,
    channel_id: 'C1',
    user_id: 'U1',
    response_url: replyUrl,
    trigger_id: trigger,
  }).toString();
}

/** As Slack signs: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function signedHeaders(body: string, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${hash}`,
  };
}

const REPLY_PATH = '/reply';

/** Takes every answer and every call of the Web API, and is content with all of them. */
async function startFakeSlack() {
  let arrived: () => void = () => {};
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"ok":true,"ts":"1700000000.000100"}');
      if (request.url === REPLY_PATH) arrived();
    });
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://${HOST}:${typeof address === 'object' ? address?.port : ''}`;
  return {
    apiUrl: `${origin}/api/`,
    replyUrl: origin + REPLY_PATH,
    /** Resolves when the next answer has arrived whole. */
    nextReply: () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      }),
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
