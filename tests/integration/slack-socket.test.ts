import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openArchive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { createApp, type SlackApp } from '../../src/slack/create-app.js';
import { startLocalSlack, type LocalSlack } from '../support/local-slack.js';
import { systemClock } from '../../src/clock.js';
import { openServices } from '../../src/slack/services.js';
import type { Store } from '../../src/store/store.js';
import { openMemoryStore } from '../support/memory-store.js';
import { BOT_TOKEN, BOT_USER, createLog, type LogLine } from '../support/test-bot.js';
import { SEEDS } from '../support/seeds.js';
import { quotations } from '../support/wire.js';

const log: LogLine[] = [];
const envelope = z.looseObject({ envelope_id: z.string() });
let slack: LocalSlack;
let store: Store;
let app: SlackApp;

async function startSocketBot(appToken: string): Promise<void> {
  slack = await startLocalSlack({
    'apps.connections.open': (_body, token) =>
      token === 'xapp-good'
        ? { body: { ok: true, url: 'ws://{HOST}/link' } }
        : { body: { ok: false, error: 'invalid_auth' } },
    'chat.postMessage': () => ({ body: { ok: true, ts: '1700000001.000100' } }),
  });
  const now = (): Date => new Date();
  store = await openMemoryStore(now);
  app = createApp({
    services: openServices({
      archive: await openArchive({ folder: openFolder(SEEDS), now }),
      store,
      clock: systemClock,
      log: createLog(log),
      token: BOT_TOKEN,
      clientOptions: { apiUrl: slack.apiUrl },
      command: '/deport',
      handle: 'clipdesk',
      zone: 'UTC',
      newId: randomUUID,
    }).services,
    transport: { kind: 'socket', appToken },
    botToken: BOT_TOKEN,
    identity: {
      botId: 'B0CLIPDESK',
      botUserId: BOT_USER,
      handle: 'clipdesk',
      team: 'Test',
      missingScopes: [],
    },
    clientOptions: { apiUrl: slack.apiUrl, retry: { retries: 0 } },
    log: createLog(log),
    newReference: () => 'TEST-TEST',
    sleep: async () => {},
  });
  await app.start();
}

afterEach(async () => {
  await store.close();
  await slack.close();
});

describe('over Socket Mode', () => {
  it('a command is acknowledged on the socket and answered to the person; a mention is answered in its thread', async () => {
    await startSocketBot('xapp-good');
    const socket = await slack.socket();
    const acks: string[] = [];
    socket.on('message', (data: Buffer) => {
      acks.push(envelope.parse(JSON.parse(data.toString())).envelope_id);
    });
    const { url, posted } = slack.responseUrl();
    const command = {
      command: '/deport',
      text: 'panama',
      team_id: 'T1',
      channel_id: 'C1',
      user_id: 'U1',
      response_url: url,
      trigger_id: 't',
    };
    socket.send(
      JSON.stringify({
        envelope_id: 'e1',
        type: 'slash_commands',
        accepts_response_payload: true,
        payload: command,
      }),
    );
    expect(quotations(await posted)).toHaveLength(3);

    const called = slack.nextCall('chat.postMessage');
    const event = {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1.1',
      text: `<@${BOT_USER}> bahamas`,
    };
    socket.send(
      JSON.stringify({
        envelope_id: 'e2',
        type: 'events_api',
        payload: { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event },
      }),
    );
    const sent = await called;
    expect(sent.get('thread_ts')).toBe('1.1');
    expect(quotations(JSON.parse(sent.get('blocks') ?? '[]'))).toContain(
      '• The Bahamas has refused to accept U.S. deportation flights due to limited resources.',
    );
    await expect.poll(() => acks).toEqual(['e1', 'e2']);
    await app.stop();
  });

  it('a dead app token is named at start, with what to do', async () => {
    await expect(startSocketBot('xapp-dead')).rejects.toThrow(
      /SLACK_APP_TOKEN: Slack refused the socket \(.*invalid_auth.*connections:write/,
    );
  });
});
