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
  const told = nextCall('chat.postMessage');
  await bot.event({
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: '1700000000.000100',
    text: '<@U0CLIPDESK> panama',
  });
  const { rest, blocks } = await told;
  expect(rest).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100' });
  expect(readBlocks(blocks)).toContain('HHHH-HHHH');
  expect(bot.log).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ reference: 'HHHH-HHHH' }) }),
  );
});

it('an answer that cannot be remembered stands, and nobody is told that there is none', async () => {
  bot = await startTestBot({
    change: (desk) => ({
      ...desk,
      threads: {
        questions: async () => [],
        remember: () => Promise.reject(new Error('the disk is full')),
      },
    }),
  });
  const answer = nextCall('chat.postMessage');
  await bot.event({
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: '1700000000.000200',
    text: '<@U0CLIPDESK> panama',
  });
  expect(readBlocks((await answer).blocks)).toContain('panama');
  await expect
    .poll(() => bot.log.map(({ message }) => message))
    .toContain('a message was posted, but is not remembered for what follows in its thread');
  expect(bot.log.map(({ message }) => message)).not.toContain('a listener failed');
});
