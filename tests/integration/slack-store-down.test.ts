import { afterEach, expect, it } from 'vitest';
import { allowNoNetwork } from '../support/no-network.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, readBlocks } from '../support/wire.js';

allowNoNetwork();

let bot: TestBot;
afterEach(() => bot.close());

it('somebody who mentions the bot while its database fails is told so, with a reference that the log holds', async () => {
  bot = await startTestBot({
    change: (desk) => ({
      ...desk,
      claims: { claim: () => Promise.reject(new Error('database is locked')) },
    }),
  });
  const told = nextCall('chat.postEphemeral');
  await bot.event({
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: '1700000000.000100',
    text: '<@U0CLIPDESK> panama',
  });
  const { rest, blocks } = await told;
  expect(rest).toMatchObject({ channel: 'C1', user: 'U1' });
  expect(readBlocks(blocks)).toContain('HHHH-HHHH');
  expect(bot.log).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ reference: 'HHHH-HHHH' }) }),
  );
});
