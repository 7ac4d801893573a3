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
  // Two answers, one after the other, take longer than one that should not be there.
  await workspace.say('sam', 'border-desk', '@clipdesk tariffs');
  await workspace.nextMessage({ channel: 'border-desk', from: 'bot' });
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

describe('a question in a thread without a mention', () => {
  /** A newsroom in whose channel the bot has answered Maya; the thread of that. */
  async function startThread(options?: Parameters<typeof startBot>[0]) {
    const bot = await startBot({ command: '/clips', ...options });
    const { workspace } = bot;
    await workspace.say('maya', 'newsroom', '@clipdesk panama deportees');
    const { threadTs = '' } = await workspace.nextMessage({ channel: 'newsroom', from: 'bot' });
    const say = (text: string) => workspace.say('sam', 'newsroom', text, { thread: threadTs });
    const answers = async (): Promise<string[]> => (await saidOpenly(bot, 'newsroom')).slice(1);
    return { bot, workspace, threadTs, say, answers };
  }

  async function switchOn({ workspace }: Pick<PlaygroundBot, 'workspace'>): Promise<string> {
    await workspace.say('maya', 'newsroom', '/clips here follow-ups on');
    const { blocks } = await workspace.nextMessage({ channel: 'newsroom', from: 'bot' });
    return readBlocks(blocks);
  }

  it('is left alone unless the channel has switched follow-ups on, and again after', async () => {
    const { bot, workspace, threadTs, say } = await startThread();
    await say('and honduras?');
    expect(await switchOn(bot)).toContain('has me answer follow-ups here without a mention');
    await say('and guatemala?');
    const answer = await workspace.nextMessage({
      channel: 'newsroom',
      threadTs,
      text: 'guatemala',
    });
    expect(answer.text).not.toContain('honduras');
    await workspace.say('maya', 'newsroom', '/clips here follow-ups off');
    await say('and el salvador?');
    const said = (await saidOpenly(bot, 'newsroom')).join();
    expect(said).not.toContain('“and honduras?”');
    expect(said).not.toContain('“and el salvador?”');
  });

  it('says that nothing is found as to any other', async () => {
    const { bot, workspace, threadTs, say } = await startThread();
    await switchOn(bot);
    await say('and zeppelins?');
    const { text } = await workspace.nextMessage({ channel: 'newsroom', threadTs });
    expect(text).toContain('zeppelins');
  });

  it('is for people where it names one, or speaks to them, or asks nothing', async () => {
    const { bot, say, answers } = await startThread();
    await switchOn(bot);
    for (const text of [
      '@jonas and honduras?',
      '@here honduras?',
      'can you call honduras?',
      'honduras it is then',
    ])
      await say(text);
    expect(await answers()).toHaveLength(1);
  });

  it('is answered once where the bot is mentioned in it too', async () => {
    const { bot, workspace, threadTs, say, answers } = await startThread();
    await switchOn(bot);
    await say('@clipdesk and honduras?');
    await workspace.nextMessage({ channel: 'newsroom', threadTs, text: 'honduras' });
    expect(await answers()).toHaveLength(2);
  });

  it('is left alone in a thread that the bot has not answered in, and outside of threads', async () => {
    const { bot, workspace, answers } = await startThread();
    await switchOn(bot);
    await workspace.say('maya', 'newsroom', 'who covers honduras?');
    const thread = workspace.visibleTo('maya', 'newsroom').at(-1)?.ts ?? '';
    await workspace.say('sam', 'newsroom', 'and panama?', { thread });
    expect(await answers()).toHaveLength(1);
  });

  it('is left alone once people of other organisations have come in', async () => {
    const { bot, workspace, say, answers } = await startThread();
    await switchOn(bot);
    const channel = workspace.state.channels.find(({ name }) => name === 'newsroom');
    if (channel) channel.shared = true;
    await say('and honduras?');
    expect(await answers()).toHaveLength(1);
  });

  it('by somebody of another organisation is not answered, nor are they told why: they asked nobody', async () => {
    const { bot, workspace } = await startThread();
    await workspace.say('maya', 'canal-pool', 'good morning');
    const thread = workspace.visibleTo('maya', 'canal-pool').at(-1)?.ts ?? '';
    await workspace.say('noor', 'canal-pool', 'and panama?', { thread });
    expect(await saidOpenly(bot, 'canal-pool')).toEqual([]);
    expect(workspace.visibleTo('noor', 'canal-pool').map(({ from }) => from)).toEqual([
      'person',
      'person',
    ]);
  });
});
