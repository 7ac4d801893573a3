import nock from 'nock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { allowNoNetwork } from '../support/no-network.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, quotations, readBlocks, type Sent } from '../support/wire.js';

allowNoNetwork();

const PATIENCE = { timeout: 15_000 };

describe('the agent pane', () => {
  async function startBot(): Promise<PlaygroundBot> {
    const bot = await startPlaygroundBot({ agent: true });
    onTestFinished(() => bot.close());
    return bot;
  }

  /** What the bot has told Slack of its work in Maya's threads. */
  const sessions = ({ workspace }: PlaygroundBot) => workspace.seenBy('maya').sessions;

  it('offers to ask after the names that the archive has most on', async () => {
    const { workspace } = await startBot();
    await workspace.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'messages' });
    await expect
      .poll(
        () => workspace.snapshot('U0MAYA0001')?.prompts.prompts.map(({ message }) => message),
        PATIENCE,
      )
      .toEqual([
        'What do we have on Trump?',
        'What do we have on Mexico?',
        'What do we have on Sheinbaum?',
        'sources',
      ]);
    await workspace.say('maya', 'maya', 'What do we have on Sheinbaum?');
    expect(quotations((await workspace.nextMessage()).blocks).length).toBeGreaterThan(0);
  });

  it('shows that the bot works and then that it does not, and calls a thread by its question', async () => {
    const bot = await startBot();
    const { workspace } = bot;
    await workspace.say('maya', 'maya', 'what did Mexico say about deportees?');
    const { threadTs = '' } = await workspace.nextMessage();
    await expect
      .poll(() => sessions(bot), PATIENCE)
      .toMatchObject([
        { threadTs, status: 'active', title: 'what did Mexico say about deportees?' },
      ]);
    await workspace.say('maya', 'maya', 'and honduras?', { thread: threadTs });
    await workspace.nextMessage();
    const told = (): unknown[] =>
      workspace
        .traffic()
        .filter(({ title, outcome }) => title.startsWith('agents.') && outcome === 'ok')
        .map(({ title }) => title.split('.').at(-1));
    await expect
      .poll(told, PATIENCE)
      .toEqual(['setStatus', 'rename', 'setStatus', 'setStatus', 'setStatus']);
    expect(sessions(bot)).toMatchObject([
      { status: 'active', title: 'what did Mexico say about deportees?' },
    ]);
  });

  it('teaches no commands, which it does not take', async () => {
    const { workspace } = await startBot();
    await workspace.say('maya', 'maya', 'help');
    const { blocks, text } = await workspace.nextMessage();
    expect(readBlocks(blocks)).toContain('Write any of this to me here.');
    expect(readBlocks(blocks)).toContain('quotes sheinbaum');
    expect(text).not.toContain('/deport');
    await workspace.say('maya', 'newsroom', '@clipdesk help');
    const { text: inChannel } = await workspace.nextMessage();
    expect(inChannel).toContain('/deport quotes sheinbaum');
  });
});

describe('what Slack refuses of the agent pane', () => {
  const question = {
    type: 'message',
    channel_type: 'im',
    user: 'U1',
    user_team: 'T1',
    channel: 'D1',
    ts: '1700000000.000100',
    text: 'panama',
  };
  const stop = {
    type: 'agent_session_stopped',
    user: 'U1',
    user_team: 'T1',
    channel: 'D1',
    thread_ts: question.ts,
    streaming_message_ts: [],
  };

  async function startBot(options: Parameters<typeof startTestBot>[0] = {}): Promise<TestBot> {
    const bot = await startTestBot({ agent: true, ...options });
    onTestFinished(() => bot.close());
    return bot;
  }

  /** Once this is answered, so is all that Slack has sent before. */
  async function settle(bot: TestBot): Promise<void> {
    const help = nextResponse();
    await bot.command('help');
    await help;
  }

  it.each(['unknown_method', 'missing_scope'])(
    'loses no answer, and is not tried again: %s',
    async (error) => {
      const bot = await startBot();
      const refusal = { body: { ok: false, error } };
      const status = nextCall('agents.sessions.setStatus', refusal);
      const title = nextCall('agents.sessions.rename', refusal);
      const answer = nextCall('chat.postMessage');
      await bot.event(question);
      expect(quotations((await answer).blocks).length).toBeGreaterThan(0);
      await Promise.all([status, title]);
      const second = nextCall('chat.postMessage');
      await bot.event({ ...question, ts: '1700000001.000100' }, { event_id: 'Ev2' });
      expect(quotations((await second).blocks).length).toBeGreaterThan(0);
      expect(bot.log.filter(({ message }) => message.includes('could not be told'))).toHaveLength(
        2,
      );
    },
  );

  /** The pane is told of the work, from beginning to end. */
  function pane(): Promise<unknown>[] {
    return [
      nextCall('agents.sessions.setStatus'),
      nextCall('agents.sessions.rename'),
      nextCall('agents.sessions.setStatus'),
    ];
  }

  it('an answer that is stopped is not posted, and that is said', async () => {
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const bot = await startBot({
      change: (services) => ({
        ...services,
        threads: {
          ...services.threads,
          questions: async (thread) => {
            await held;
            return services.threads.questions(thread);
          },
        },
      }),
    });
    const told = pane();
    const posted = nextCall('chat.postMessage');
    await bot.event(question);
    await told[0];
    await bot.event(stop, { event_id: 'Ev2' });
    await settle(bot);
    goOn();
    expect(readBlocks((await posted).blocks)).toBe(
      'Stopped: I have posted nothing. Ask again whenever you like.',
    );
    await Promise.all(told);
    // Another message would have found no stub.
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('a stop that comes too late is told so', async () => {
    const bot = await startBot();
    const told = pane();
    let second: Promise<Sent> | undefined;
    nock('https://slack.com')
      .post('/api/chat.postMessage')
      .reply(200, async () => {
        second = nextCall('chat.postMessage');
        await bot.event(stop, { event_id: 'Ev2' });
        await settle(bot);
        return { ok: true, ts: '1700000002.000100' };
      });
    await bot.event(question);
    await Promise.all(told);
    expect(readBlocks((await second)?.blocks)).toBe(
      'That was too late to stop: the answer stands above.',
    );
  });

  it('a stop that finds nothing to stop sets the pane right', async () => {
    const bot = await startBot();
    const status = nextCall('agents.sessions.setStatus');
    await bot.event(stop);
    expect((await status).rest).toMatchObject({ thread_ts: question.ts, status: 'active' });
  });
});
