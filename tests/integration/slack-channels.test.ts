import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { readBlocks } from '../support/wire.js';

async function startBot(
  options?: Parameters<typeof startPlaygroundBot>[0],
): Promise<PlaygroundBot> {
  const bot = await startPlaygroundBot(options);
  onTestFinished(() => bot.close());
  return bot;
}

/** What the bot has said there for all to read, once it has answered whatever came before. */
async function saidOpenly({ workspace }: PlaygroundBot, channel: string): Promise<string[]> {
  await workspace.say('sam', 'border-desk', '/clips help');
  await workspace.nextMessage({ ephemeralTo: 'sam' });
  return workspace
    .visibleTo('maya', channel)
    .filter(({ from, ephemeralTo }) => from === 'bot' && ephemeralTo === undefined)
    .map(({ blocks }) => readBlocks(blocks));
}

describe('the bot that is invited to a channel', () => {
  it('says once what it does, with the command that is configured', async () => {
    const bot = await startBot({ command: '/clips' });
    const { workspace } = bot;
    await workspace.say('maya', 'politics', '/invite @clipdesk');
    await workspace.nextMessage({ channel: 'politics', from: 'bot' });
    const event = {
      type: 'member_joined_channel',
      user: workspace.state.app.botUser,
      channel: workspace.channelId('politics'),
      channel_type: 'C',
      team: workspace.state.team.id,
    };
    // Slack tells of it again, and so does the other process.
    await bot.deliver(event, 'Ev1');
    await bot.deliver(event, 'Ev2');
    expect(await saidOpenly(bot, 'politics')).toEqual([
      'Hello. I look things up in the archive, and answer with passages exactly as they stand in it, each with its file and its date.' +
        '/clips panama answers you alone, @clipdesk panama in a thread for all. /clips help lists the rest.',
    ]);
  });

  it('is silent when somebody else joins', async () => {
    const bot = await startBot({ command: '/clips' });
    const { workspace } = bot;
    await bot.deliver(
      {
        type: 'member_joined_channel',
        user: 'U0SAM00004',
        channel: workspace.channelId('newsroom'),
        channel_type: 'C',
        team: workspace.state.team.id,
      },
      'Ev1',
    );
    expect(await saidOpenly(bot, 'newsroom')).toEqual([]);
  });

  it('says why it is of no use where people of other organisations read along', async () => {
    const bot = await startBot({ command: '/clips' });
    const { workspace } = bot;
    const place = { person: 'U0MAYA0001', channel: workspace.channelId('canal-pool') };
    await workspace.do({ kind: 'remove-bot', ...place });
    await workspace.do({ kind: 'invite', ...place });
    const { blocks } = await workspace.nextMessage({ channel: 'canal-pool', from: 'bot' });
    expect(readBlocks(blocks)).toContain('People of other organisations are in this channel');
    expect(readBlocks(blocks)).toContain('write /clips here share');
    expect(await saidOpenly(bot, 'canal-pool')).toHaveLength(1);
  });
});
