import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startLocalSlack, type LocalSlack } from '../support/local-slack.js';
import { BOT_USER, startTestBot, type TestBot } from '../support/test-bot.js';
import { quotations } from '../support/wire.js';

const envelope = z.looseObject({ envelope_id: z.string() });
let slack: LocalSlack;

async function startSocketBot(appToken: string): Promise<TestBot> {
  slack = await startLocalSlack({
    'apps.connections.open': (_body, token) =>
      token === 'xapp-good'
        ? { body: { ok: true, url: 'ws://{HOST}/link' } }
        : { body: { ok: false, error: 'invalid_auth' } },
    'chat.postMessage': () => ({ body: { ok: true, ts: '1700000001.000100' } }),
  });
  return startTestBot({ apiUrl: slack.apiUrl, appToken });
}

afterEach(async () => {
  await slack.close();
});

describe('over Socket Mode', () => {
  it('a command is acknowledged on the socket and answered to the person; a mention is answered in its thread', async () => {
    const bot = await startSocketBot('xapp-good');
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
        payload: {
          type: 'event_callback',
          team_id: 'T1',
          event_id: 'Ev1',
          is_ext_shared_channel: false,
          event,
        },
      }),
    );
    const sent = await called;
    expect(sent.get('thread_ts')).toBe('1.1');
    expect(quotations(JSON.parse(sent.get('blocks') ?? '[]'))).toContain(
      '• The Bahamas has refused to accept U.S. deportation flights due to limited resources.',
    );
    await expect.poll(() => acks).toEqual(['e1', 'e2']);
    await bot.close();
  });

  it('a dead app token is named at start, with what to do', async () => {
    await expect(startSocketBot('xapp-dead')).rejects.toThrow(
      /SLACK_APP_TOKEN: Slack refused the socket \(.*invalid_auth.*connections:write/,
    );
  });
});
