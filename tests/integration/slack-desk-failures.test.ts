import nock from 'nock';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { ACTIONS, VIEWS } from '../../src/slack/actions.js';
import { allowNoNetwork } from '../support/no-network.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, quotations, readBlocks } from '../support/wire.js';

allowNoNetwork();

async function startBot(options: Parameters<typeof startTestBot>[0] = {}): Promise<TestBot> {
  const bot = await startTestBot(options);
  onTestFinished(() => bot.close());
  return bot;
}
afterEach(() => nock.cleanAll());

/** What Slack tells of a person next. */
function zoneIs(answer: Record<string, unknown>): void {
  nock('https://slack.com').post('/api/users.info').reply(200, answer);
}

/** Slack says, as often as it is asked, that nobody else reads the channel. */
function channelIsOwn(): void {
  nock('https://slack.com')
    .persist()
    .post('/api/conversations.info')
    .reply(200, { ok: true, channel: { id: 'C1', is_ext_shared: false } });
}

/** Sends the digest's form with these fields, made for a channel by this version or another. */
function submit(bot: TestBot, privateMetadata: string, values: object): Promise<Response> {
  const payload = {
    type: 'view_submission',
    user: { id: 'U1' },
    team: { id: 'T1' },
    view: {
      id: 'V1',
      team_id: 'T1',
      callback_id: VIEWS.digest,
      private_metadata: privateMetadata,
      state: { values },
    },
  };
  const form = new URLSearchParams({ payload: JSON.stringify(payload) });
  return bot.post(form.toString(), 'application/x-www-form-urlencoded');
}

describe('setting something up while Slack or a part of the desk fails', () => {
  it('takes the configured zone where Slack does not tell the person’s own', async () => {
    const bot = await startBot();
    zoneIs({ ok: false, error: 'missing_scope' });
    channelIsOwn();
    const confirmed = nextCall('chat.postMessage');
    await bot.command('digest 8:30 daily');
    expect(readBlocks((await confirmed).blocks)).toContain('08:30 every day, time of UTC.');
  });

  it('closes a form of another version and says to open it again', async () => {
    const bot = await startBot();
    const told = nextCall('chat.postMessage');
    const answer = await submit(bot, 'not ours', {});
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    const { blocks, rest } = await told;
    expect(rest['channel']).toBe('U1');
    expect(readBlocks(blocks)).toContain('This form is from an older version of the bot');
  });

  it('says that a button is of another version rather than do nothing', async () => {
    const bot = await startBot();
    const told = nextResponse();
    await bot.press(ACTIONS.moreDigest, '{"old":true}');
    expect(readBlocks((await told).blocks)).toContain('This button is from an older version');
  });

  it('logs that the Home tab could not be drawn, and lives on', async () => {
    const bot = await startBot();
    const refused = nextCall('views.publish', { body: { ok: false, error: 'not_enabled' } });
    await bot.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' });
    await refused;
    await expect
      .poll(() => bot.log.map(({ message }) => message))
      .toContain('a tab of the bot could not be drawn');
    const help = nextResponse();
    await bot.command('help');
    await help;
  });

  it('posts an answer that cannot be remembered, and logs that no correction can follow', async () => {
    const bot = await startBot({
      change: (desk) => ({
        ...desk,
        posts: { ...desk.posts, remember: () => Promise.reject(new Error('the disk is full')) },
      }),
    });
    const answer = nextCall('chat.postMessage');
    await bot.event({
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1700000000.000100',
      text: '<@U0CLIPDESK> panama',
    });
    expect(quotations((await answer).blocks)).toHaveLength(3);
    await expect
      .poll(() => bot.log.map(({ message }) => message))
      .toContain('a message was posted, but is not remembered for corrections and Remove');
  });

  it('tells whoever presses Send now why Slack refused the digest', async () => {
    const bot = await startBot();
    const confirmed = nextCall('chat.postMessage');
    zoneIs({ ok: true, user: { tz: 'Europe/Berlin' } });
    channelIsOwn();
    await bot.command('digest 8:30 daily');
    await confirmed;
    const refused = nextCall('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    const told = nextResponse();
    await bot.press(ACTIONS.sendDigest, 'C1');
    await refused;
    expect(readBlocks((await told).blocks)).toContain(
      'The digest was not sent, because the channel is archived; unarchive it, or use another channel.',
    );
  });
});
