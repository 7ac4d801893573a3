import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, encodeAsked } from '../../src/slack/actions.js';
import type { Services } from '../../src/slack/services.js';
import { allowNoNetwork } from '../support/no-network.js';
import { BOT_USER, startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, type Sent } from '../support/wire.js';

allowNoNetwork();

const typesOf = ({ blocks }: Sent): unknown[] => blocks.map((block) => Object(block).type);
const REFUSED = { body: { ok: false, error: 'invalid_blocks' } };
const MENTION = {
  type: 'app_mention',
  user: 'U1',
  user_team: 'T1',
  channel: 'C1',
  ts: '1700000000.000100',
  text: `<@${BOT_USER}> sources`,
};

describe('an answer in a table', () => {
  let bot: TestBot;
  let services: Services | undefined;
  beforeEach(async () => {
    bot = await startTestBot({ change: (opened) => (services = opened) });
  });
  afterEach(() => bot.close());

  it('is one where Slack takes it', async () => {
    const answer = nextResponse();
    await bot.command('sources');
    expect(typesOf(await answer)).toContain('data_table');
  });

  it('comes as a list to a Slack that does not, by the address of a reply', async () => {
    const table = nextResponse({ status: 400, body: 'invalid_blocks' });
    await bot.command('sources');
    expect(typesOf(await table)).toContain('data_table');
    const list = await nextResponse();
    expect(typesOf(list)).not.toContain('data_table');
    expect(list.text).toContain('The archive holds 5 articles.');
  });

  it('comes so in a thread too, and is remembered as it was taken', async () => {
    const table = nextCall('chat.postMessage', REFUSED);
    const list = nextCall('chat.postMessage');
    await bot.event(MENTION);
    expect(typesOf(await table)).toContain('data_table');
    expect(typesOf(await list)).not.toContain('data_table');
    await expect
      .poll(() => services?.posts.body('T1:C1:1700000001.000100'))
      .toMatch(/^(?!.*data_table).*5 articles/);
  });

  it('comes so when it is shared', async () => {
    const value = encodeAsked({ request: { kind: 'sources' }, skip: 0, thread: [] }) ?? '';
    nock('https://slack.com')
      .post('/api/conversations.info')
      .reply(200, { ok: true, channel: { is_ext_shared: false } });
    const table = nextCall('chat.postMessage', REFUSED);
    const list = nextCall('chat.postMessage');
    await bot.press(ACTIONS.share, value);
    expect(typesOf(await table)).toContain('data_table');
    expect(typesOf(await list)).not.toContain('data_table');
  });
});
