import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DrivenWorkspace } from '../support/playground/drive-workspace.js';
import type { SlackMessage } from '../../src/playground/protocol.js';
import { ACTIONS } from '../../src/slack/actions.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { quotations, readBlocks } from '../support/wire.js';

let bot: PlaygroundBot;
let workspace: DrivenWorkspace;
beforeEach(async () => {
  const started = await startPlaygroundBot();
  onTestFinished(() => started.close());
  bot = started;
  ({ workspace } = started);
});

const MAYA = 'U0MAYA0001';

/** The newest message there that a person or a workflow wrote. */
function written(channel: string): string {
  const message = workspace.visibleTo('maya', channel).findLast(({ from }) => from !== 'bot');
  if (!message) throw new Error('nobody has written anything');
  return message.ts;
}

/** What the bot has said there for all to read, once it has answered whatever came before. */
async function saidOpenly(channel: string): Promise<string[]> {
  await workspace.say('sam', 'border-desk', '/deport help');
  await workspace.nextMessage({ ephemeralTo: 'sam' });
  return workspace
    .visibleTo('maya', channel)
    .filter(({ from, ephemeralTo }) => from === 'bot' && ephemeralTo === undefined)
    .map(({ blocks }) => readBlocks(blocks));
}

/** What the bot says next for all to read. */
function answered(): Promise<SlackMessage> {
  return workspace.nextMessage({ from: 'bot', ephemeralTo: null });
}

function edit(channel: string, ts: string, text: string): Promise<unknown> {
  const place = { person: MAYA, channel: workspace.channelId(channel) };
  return workspace.do({ kind: 'edit-message', ...place, ts, text });
}

describe('a mention that is answered to the person alone', () => {
  it.each([
    ['help', 'Ask the archive.'],
    ['hi', 'Ask the archive.'],
    ['digest', 'No digest is set up in this channel.'],
    ['digest noon o’clock', '“o’clock” is not a time zone'],
    ['watches', 'watch'],
    ['watch', 'A watch needs a question'],
    ['corrections', 'Corrections are on in this channel'],
    ['tariffs since:yesterday', 'since:yesterday is not a date'],
  ])('“%s” is seen, though it starts a thread', async (text, said) => {
    await workspace.say('maya', 'newsroom', `@clipdesk ${text}`);
    const answer = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(answer.blocks)).toContain(said);
    expect(answer.threadTs).toBeUndefined();
  });

  it('stays in its thread where there is one', async () => {
    await workspace.say('maya', 'newsroom', '@clipdesk panama');
    const { threadTs } = await answered();
    await workspace.say('maya', 'newsroom', '@clipdesk watches', { thread: threadTs ?? '' });
    expect((await workspace.nextMessage({ ephemeralTo: 'maya' })).threadTs).toBe(threadTs);
  });
});

describe('a mention that came by an edit', () => {
  it('is answered, in a thread under the message, and once however often it is edited', async () => {
    await workspace.say('maya', 'newsroom', 'what do we have on panama');
    const ts = written('newsroom');
    await edit('newsroom', ts, '@clipdesk panama');
    const answer = await workspace.nextMessage();
    expect(answer.threadTs).toBe(ts);
    expect(quotations(answer.blocks).length).toBeGreaterThan(0);
    await edit('newsroom', ts, '@clipdesk panama canal');
    expect(await saidOpenly('newsroom')).toHaveLength(1);
  });

  it('is not answered again where it was there before', async () => {
    await workspace.say('maya', 'newsroom', '@clipdesk panama');
    await workspace.nextMessage();
    await edit('newsroom', written('newsroom'), '@clipdesk panama, please');
    expect(await saidOpenly('newsroom')).toHaveLength(1);
  });

  it('in a message of last week gets a reason: whether it was answered is not known any more', async () => {
    const lastWeek = `${Math.floor(Date.now() / 1_000) - 7 * 86_400}.000100`;
    const event = {
      type: 'app_mention',
      user: MAYA,
      channel: workspace.channelId('newsroom'),
      ts: lastWeek,
      text: `<@${workspace.state.app.botUser}> panama`,
    };
    await bot.deliver({ ...event, edited: { user: MAYA, ts: '1.1' } }, 'Ev1');
    const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(blocks)).toContain('I cannot tell whether I have answered it already');
  });
});

describe('in a direct message', () => {
  const place = { kind: 'send-message', person: MAYA } as const;

  it('a reply that is sent to the channel too is answered once', async () => {
    const channel = workspace.channelId('maya');
    await workspace.say('maya', 'maya', 'panama');
    const { threadTs = '' } = await workspace.nextMessage();
    await workspace.do({ ...place, channel, text: 'mexico tariffs', threadTs, broadcast: true });
    expect(readBlocks((await workspace.nextMessage()).blocks)).toContain('“mexico tariffs”');
    expect(await saidOpenly('maya')).toHaveLength(2);
  });

  it('/me is answered', async () => {
    await workspace.say('maya', 'maya', '/me panama');
    expect(readBlocks((await workspace.nextMessage()).blocks)).toContain('“panama”');
  });

  it('a text with a file is answered', async () => {
    const file = { name: 'notes.pdf', mimetype: 'application/pdf', size: 7 };
    const channel = workspace.channelId('maya');
    await workspace.do({ ...place, channel, text: 'panama', file });
    expect(readBlocks((await workspace.nextMessage()).blocks)).toContain('“panama”');
  });
});

describe('a mention by a workflow', () => {
  const run = (text: string): Promise<unknown> =>
    workspace.do({
      kind: 'run-workflow',
      person: MAYA,
      channel: workspace.channelId('newsroom'),
      text: `@clipdesk ${text}`,
    });

  it('is answered in its thread, also with help', async () => {
    await run('panama');
    const answer = await answered();
    expect(answer.threadTs).toBe(written('newsroom'));
    expect(quotations(answer.blocks).length).toBeGreaterThan(0);
    await run('help');
    const help = await answered();
    expect(help.threadTs).toBe(written('newsroom'));
  });

  it('sets nothing up', async () => {
    await run('digest 8:30 daily');
    const { blocks } = await answered();
    expect(readBlocks(blocks)).toContain('A workflow can ask me, but not set anything up');
  });
});

describe('words that are none of a question', () => {
  it('people, groups, channels, flags and marks are not looked for', async () => {
    await workspace.say('maya', 'newsroom', 'good morning');
    await bot.deliver(
      {
        type: 'app_mention',
        user: MAYA,
        channel: workspace.channelId('newsroom'),
        ts: written('newsroom'),
        text: `<@${workspace.state.app.botUser}> <@U7|sam> <!subteam^S1|@desk> :flag-pa: *panama* <#C1|tips>`,
      },
      'Ev1',
    );
    const { text } = await answered();
    expect(text).toMatch(/^“panama”: 3 passages/);
  });
});

describe('a link that is pasted', () => {
  it.each([
    ['bare', '<https://example.org/ferries>'],
    ['with its address as label', '<https://example.org/ferries|example.org/ferries>'],
    ['with a title as label', '<https://example.org/ferries|Night ferries>'],
    ['in a question', 'what do we have on <https://example.org/ferries>?'],
  ])('%s is asked after, and said not to be held', async (_how, link) => {
    await workspace.say('maya', 'newsroom', 'good morning');
    await bot.deliver(
      {
        type: 'app_mention',
        user: MAYA,
        channel: workspace.channelId('newsroom'),
        ts: written('newsroom'),
        text: `<@${workspace.state.app.botUser}> ${link}`,
      },
      'Ev1',
    );
    expect(readBlocks((await answered()).blocks)).toContain(
      'The archive has no article with the address “https://example.org/ferries”.',
    );
  });
});

describe('what Slack refuses is told with its reason', () => {
  const fault = (kind: 'restricted-action' | 'thread-not-found' | 'expired-trigger-id') =>
    workspace.do({ kind: 'set-fault', fault: kind, on: true });

  it('to the person alone, where nothing may be posted in the channel', async () => {
    await fault('restricted-action');
    await workspace.say('maya', 'newsroom', '@clipdesk panama');
    const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(blocks)).toMatch(
      /because this workspace does not let me post in the channel.*[2-9A-Z]{4}-[2-9A-Z]{4}$/,
    );
    const line = bot.log.find(({ message }) => message === 'a listener failed');
    expect(line?.fields).toMatchObject({
      because: expect.stringContaining('does not let me post'),
    });
  });

  it('in the channel, where the thread is gone', async () => {
    await fault('thread-not-found');
    await workspace.say('maya', 'newsroom', '@clipdesk panama');
    const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(blocks)).toContain('because the message or its thread is gone; ask again');
  });

  it('where a window came too late', async () => {
    await workspace.say('maya', 'newsroom', '/deport panama');
    const answer = await workspace.nextMessage();
    await fault('expired-trigger-id');
    await workspace.press('maya', answer, ACTIONS.open);
    const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(blocks)).toContain('and I was too late; press the button again');
  });
});
