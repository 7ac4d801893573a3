import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DrivenWorkspace } from '../support/playground/drive-workspace.js';
import type { SlackMessage, TrafficEntry } from '../../src/playground/protocol.js';
import { ACTIONS } from '../../src/slack/actions.js';
import { checkView } from '../../src/block-kit/check-blocks.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';
import { buttonValue, markupIn, quotations, READ_AT, readBlocks } from '../support/wire.js';

const P13 =
  'Elsewhere in Latin America, the Panamanian Foreign Ministry said Thursday that the country would not accept migrants of other nationalities who may be deported by the future Trump administration from the United States.';
/** A question that only that paragraph answers. */
const ASK_FOR_P13 = '/deport "would not accept migrants"';

let bot: PlaygroundBot;
let workspace: DrivenWorkspace;
afterEach(async () => {
  await bot.close();
});

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  beforeEach(async () => {
    bot = await startPlaygroundBot({ transport });
    ({ workspace } = bot);
  });

  /** Another bot than the one at hand, gone with the test. */
  async function another(options: {
    corpusDir?: string;
    command?: string;
  }): Promise<DrivenWorkspace> {
    const own = await startPlaygroundBot({ transport, ...options });
    onTestFinished(() => own.close());
    return own.workspace;
  }

  /** What Maya sees next in #newsroom after typing that. */
  async function ask(text: string, at = workspace): Promise<SlackMessage> {
    await at.say('maya', 'newsroom', text);
    return at.nextMessage();
  }

  function wordsOfCnn(): string {
    return readFileSync(path.join(SEEDS, '000_cdfc808a8b69da1e.txt'), 'utf8');
  }

  describe('a slash command', () => {
    it('is acknowledged with an empty body and answered to the person only, word for word, with outlet, date, file and paragraph', async () => {
      const { blocks, text, ephemeralTo } = await ask('/deport panama');
      expect(traffic('command')[0]?.answer).toMatchObject({
        status: 200,
        body: transport === 'http' ? '' : {},
      });
      expect(ephemeralTo).toBe(workspace.personId('maya'));
      expect(workspace.visibleTo('jonas', 'newsroom')).toEqual([]);
      expect(traffic('response-url').map(({ body }) => body)).toEqual([
        {
          response_type: 'ephemeral',
          replace_original: false,
          unfurl_links: false,
          unfurl_media: false,
          mrkdwn: false,
          text,
          blocks: expect.any(Array),
        },
      ]);
      expect(quotations(blocks)).toContain(P13);
      expect(readBlocks(blocks)).toContain(`CNN · Dec 5, 2024Open${P13}`);
      expect(readBlocks(blocks)).toContain('000_cdfc808a8b69da1e.txt · paragraphs 13–15');
      expect(quotations(blocks).indexOf(P13)).toBe(0);
      expect(text).toMatch(/“panama”: 3 passages/);
    });

    it('shows a known error beside the passage, and never a bare date that is not exact', async () => {
      const read = readBlocks((await ask('/deport honduras')).blocks);
      expect(read).toContain('Honduran President Xi Jinping');
      expect(read).toMatch(/⚠ Known error, wrong name: “Honduran President Xi Jinping”/);
      expect(read).toContain('date inferred: Jan 15–17, 2025');
      expect(read.replaceAll('date inferred: ', '')).not.toBe(read);
    });

    it.each(['', '   ', 'help', 'HELP'])('gets help for %j', async (text) => {
      const { blocks, ephemeralTo } = await ask(`/deport ${text}`);
      expect(ephemeralTo).toBe(workspace.personId('maya'));
      expect(readBlocks(blocks)).toContain('/deport "safe third country"');
    });

    it('says that nothing was found, what was searched, and offers nothing to share', async () => {
      const { blocks } = await ask('/deport brexit');
      expect(readBlocks(blocks)).toContain('Nothing found for “brexit”.Searched 5 articles');
      expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
      expect(quotations(blocks)).toEqual([]);
    });

    it('says which word it took for another', async () => {
      const { blocks } = await ask('/deport sheinbuam');
      expect(readBlocks(blocks)).toContain('Showing results for “sheinbaum”');
    });

    it('tells what is wrong with a filter instead of guessing', async () => {
      const { blocks } = await ask('/deport tariffs since:yesterday');
      expect(readBlocks(blocks)).toContain('since:yesterday is not a date; expected a year');
    });

    it('answers a question of three thousand words', async () => {
      const words = Array.from({ length: 3_000 }, (_, n) => ['panama', 'treaty', 'w'][n % 3]);
      const { blocks } = await ask(`/deport ${words.join(' ')}`);
      expect(quotations(blocks).length).toBeGreaterThan(0);
    });

    it('says that a question is too long to read', async () => {
      const { blocks } = await ask(`/deport ${'panama '.repeat(5_000)}`);
      expect(readBlocks(blocks)).toContain('up to 20,000 can be read');
    });

    it('drops Share and More, and says so, where the question would not fit into a button', async () => {
      const { blocks } = await ask(`/deport ${'panama '.repeat(300)}`);
      expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
      expect(readBlocks(blocks)).toContain('too long for Share and More');
    });

    it('answers under another command word when one is configured', async () => {
      const { blocks } = await ask('/clips help', await another({ command: '/clips' }));
      expect(readBlocks(blocks)).toContain('/clips panama');
    });
  });

  describe('a mention', () => {
    it('in a channel is answered in a thread under it, for all to see, with no unfurling', async () => {
      const answer = await ask('@clipdesk panama');
      const [question] = workspace.visibleTo('jonas', 'newsroom');
      expect(answer.threadTs).toBe(question?.ts);
      expect(workspace.visibleTo('jonas', 'newsroom')).toContainEqual(answer);
      expect(callsOf('chat.postMessage').map(({ body }) => body)).toEqual([
        expect.objectContaining({
          unfurl_links: 'false',
          unfurl_media: 'false',
          mrkdwn: 'false',
        }),
      ]);
      expect(quotations(answer.blocks)).toContain(P13);
      expect(buttonValue(answer.blocks, ACTIONS.share)).toBeUndefined();
    });

    it('in a thread is answered in that thread', async () => {
      await workspace.say('maya', 'newsroom', 'And the Bahamas?');
      const { ts } = await workspace.nextMessage({ from: 'person' });
      await workspace.say('jonas', 'newsroom', '@clipdesk bahamas', { thread: ts });
      const answer = await workspace.nextMessage();
      expect(answer.threadTs).toBe(ts);
      expect(answer.ephemeralTo).toBeUndefined();
    });

    it('is read wherever the name stands, with the characters that Slack escapes', async () => {
      const { text } = await ask('R&D <tariffs> @clipdesk &');
      expect(text).toContain('R&amp;D &lt;tariffs&gt;');
    });

    it('without a question gets help, seen by the person only, in the channel: no thread is there yet', async () => {
      const help = await ask('@clipdesk');
      const [question] = workspace.visibleTo('maya', 'newsroom');
      expect(help.ephemeralTo).toBe(workspace.personId('maya'));
      expect(help.threadTs).toBeUndefined();
      expect(workspace.visibleTo('jonas', 'newsroom').map(({ ts }) => ts)).toEqual([question?.ts]);
    });

    it('delivered twice is answered once, retry or not', async () => {
      await workspace.do({ kind: 'set-fault', fault: 'send-event-twice', on: true });
      await workspace.do({ kind: 'set-fault', fault: 'lose-ack-once', on: true });
      await ask('@clipdesk panama');
      await workspace.idle();
      const deliveries = traffic('event').filter(({ title }) => title.startsWith('app_mention'));
      expect(deliveries.map(({ outcome }) => outcome).toSorted()).toEqual(['failed', 'ok', 'ok']);
      expect(await saidSoFar('newsroom')).toHaveLength(1);
    });
  });

  describe('a direct message', () => {
    it('is answered', async () => {
      await workspace.say('maya', 'maya', 'panama');
      const { blocks, channel, threadTs } = await workspace.nextMessage();
      const [question] = workspace.visibleTo('maya', 'maya');
      expect(channel).toBe(workspace.channelId('maya'));
      expect(threadTs).toBe(question?.ts);
      expect(quotations(blocks)).toContain(P13);
    });

    it('follows the one before, though each begins a thread of its own', async () => {
      await workspace.say('maya', 'maya', 'panama deportees');
      await workspace.nextMessage();
      await workspace.say('maya', 'maya', 'and honduras?');
      const { blocks } = await workspace.nextMessage();
      expect(readBlocks(blocks)).toContain('I looked for: panama deportees · honduras');
    });
  });

  describe('thanks', () => {
    it('are taken in one line, which in a channel nobody else sees', async () => {
      const { ts } = await ask('@clipdesk panama');
      await workspace.say('maya', 'newsroom', '@clipdesk thanks!', { thread: ts });
      const { text, ephemeralTo } = await workspace.nextMessage();
      expect(text).toBe('You’re welcome.');
      expect(ephemeralTo).toBe(workspace.personId('maya'));
    });
  });

  describe('the buttons', () => {
    it('carry no word of an article, only what to look up', async () => {
      const { blocks } = await ask('/deport honduras');
      for (const action of [ACTIONS.share, ACTIONS.more, ACTIONS.open]) {
        const value = buttonValue(blocks, action) ?? '';
        expect(value).not.toBe('');
        expect(value).not.toContain('president');
      }
    });

    it('Share posts the answer in the channel, with the name of who shared it and no Share of its own', async () => {
      await workspace.press('maya', await ask('/deport panama'), ACTIONS.share);
      const { blocks, channel, ephemeralTo } = await workspace.nextMessage();
      expect(channel).toBe(workspace.channelId('newsroom'));
      expect(ephemeralTo).toBeUndefined();
      expect(workspace.visibleTo('jonas', 'newsroom')).toHaveLength(1);
      expect(quotations(blocks)).toContain(P13);
      expect(JSON.stringify(blocks)).toContain(`"user_id":"${workspace.personId('maya')}"`);
      expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
    });

    it('Share pressed twice shares once and says so', async () => {
      const answer = await ask('/deport panama');
      await workspace.press('maya', answer, ACTIONS.share);
      await workspace.nextMessage({ ephemeralTo: null });
      await workspace.press('maya', answer, ACTIONS.share);
      const told = await workspace.nextMessage({ ephemeralTo: 'maya' });
      expect(readBlocks(told.blocks)).toContain('shared already');
      expect(workspace.visibleTo('jonas', 'newsroom')).toHaveLength(1);
    });

    it('More gives the next passages to the person who pressed, in the thread of the message', async () => {
      const answer = await ask('@clipdesk honduras');
      await workspace.press('jonas', answer, ACTIONS.more);
      const { blocks, text, ...more } = await workspace.nextMessage();
      expect(more).toMatchObject({
        ephemeralTo: workspace.personId('jonas'),
        threadTs: answer.threadTs,
      });
      expect(text).toMatch(/“honduras”: the (?:next|last)/);
      expect(quotations(blocks)).not.toEqual([]);
      expect(buttonValue(blocks, ACTIONS.more)).toBeUndefined();
    });

    it('Open shows the paragraph among its neighbours, the cited words bold, with what the date rests on', async () => {
      await workspace.press('maya', await ask(ASK_FOR_P13), ACTIONS.open);
      expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain('One moment');
      const view = await workspace.nextView('maya', 'modal');
      expect(callsOf('views.update').map(({ outcome }) => outcome)).toEqual(['ok']);
      expect(checkView(sentView())).toEqual([]);
      const [before, passage, after] = quotations(view);
      expect(before).toMatch(/^The US southern border has become/);
      expect(passage).toBe(P13);
      expect(after).toMatch(/^“In light of international law/);
      expect(JSON.stringify(view)).toContain(JSON.stringify({ bold: true }));
      const read = readBlocks(view);
      expect(read).toContain('The file has these words at this place, letter for letter.');
      expect(read).toContain('paragraph 13 of 18 · characters 3,320–3,538');
      expect(read).toContain('known from outside the file');
      expect(read).toContain('Why this passage');
      expect(read).toContain(`${P13}\n— CNN, Dec 5, 2024`);
      expect(read).not.toMatch(/fingerprint|SHA-256/);
    });

    it('Open leads through the whole article, in the same window, and back to the passage', async () => {
      await workspace.press('maya', await ask(ASK_FOR_P13), ACTIONS.open);
      await workspace.nextView('maya', 'modal');
      const passage = await workspace.nextView('maya', 'modal');
      await workspace.press('maya', passage, ACTIONS.article);
      const article = await workspace.nextView('maya', 'modal');
      expect(checkView(sentView())).toEqual([]);
      expect(article.id).toBe(passage.id);
      const read = readBlocks(article);
      expect(read).toContain('Page 1 of 1 · 000_cdfc808a8b69da1e.txt');
      for (const line of wordsOfCnn().split('\n')) expect(read).toContain(line);
      await workspace.press('maya', article, ACTIONS.open);
      expect(quotations(await workspace.nextView('maya', 'modal'))).toContain(P13);
    });

    it('Open reads the file again: the same words, other words, no file', async () => {
      const words = wordsOfCnn();
      const { dir, at, write } = tempFolder({ 'a.txt': words });
      const own = await another({ corpusDir: dir });
      const answer = await ask(ASK_FOR_P13, own);
      const verify = async (): Promise<string> => {
        await own.press('maya', answer, ACTIONS.open);
        await own.nextView('maya', 'modal');
        return readBlocks(await own.nextView('maya', 'modal'));
      };
      expect(await verify()).toContain('The file has these words at this place');
      write('a.txt', `New first line.\n${words}`);
      expect(await verify()).toContain(
        'It still has these words, letter for letter, but at another',
      );
      writeFileSync(at('a.txt'), words.replace('would not accept', 'would accept'));
      expect(await verify()).toMatch(
        /The file has changed, and no longer has these words.*There now:.*would accept/,
      );
      unlinkSync(at('a.txt'));
      expect(await verify()).toContain('The file cannot be read just now');
    });

    /** Presses a button that an older version of the bot, or an older archive, left in the channel. */
    async function pressOld(action_id: string, value: string): Promise<void> {
      const text = { type: 'plain_text', text: 'Old' };
      const button = { type: 'button', action_id, value, text };
      await bot.postAsBot('newsroom', {
        text: 'An old answer',
        blocks: [{ type: 'actions', elements: [button] }],
      });
      await workspace.press('maya', await workspace.nextMessage(), action_id);
    }

    it('of another version are answered with a reason', async () => {
      await pressOld(ACTIONS.more, 'something else');
      const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
      expect(readBlocks(blocks)).toContain('older version of the bot');
    });

    it('that point at words the archive no longer holds say so', async () => {
      const answer = await ask('/deport panama');
      const value = buttonValue(answer.blocks, ACTIONS.open) ?? '';
      const gone = value.replace('000_cdfc808a8b69da1e.txt', 'gone.txt');
      expect(gone).not.toBe(value);
      await pressOld(ACTIONS.open, gone);
      expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain('One moment');
      expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain(
        'no longer holds these words',
      );
    });
  });

  describe('words that look like commands to Slack', () => {
    it('in an article or a question reach Slack as plain text', async () => {
      const hostile =
        'Alert <!channel> and <@U1> said *bold* _things_ about R&D :fire: <https://evil.example|click>.';
      const { dir } = tempFolder({ 'a.txt': `${hostile}\n` });
      const own = await another({ corpusDir: dir });
      const { blocks, text } = await ask('/deport alert <!channel> *bold*', own);
      expect(quotations(blocks)).toEqual([hostile]);
      const sent = own.traffic().find(({ kind }) => kind === 'response-url');
      expect(sent?.body).toMatchObject({ mrkdwn: false });
      expect(text).not.toMatch(/<[!@h]/);
      // Nothing but rich_text and plain_text carries words from a file or a person.
      for (const words of markupIn(blocks)) expect(words).toMatch(READ_AT);
    });
  });
});

describe('an event of a kind that people here cannot bring about', () => {
  /** Something said in #newsroom, and in the direct message with the bot, which answered it. */
  let said: string;
  let saidDirectly: string;
  beforeEach(async () => {
    bot = await startPlaygroundBot();
    ({ workspace } = bot);
    await workspace.say('maya', 'newsroom', 'Panama?');
    said = (await workspace.nextMessage({ from: 'person' })).ts;
    await workspace.say('maya', 'maya', 'help');
    saidDirectly = (await workspace.nextMessage({ from: 'person' })).ts;
    await workspace.nextMessage();
  });

  const mention = (more: object = {}): object => ({
    type: 'app_mention',
    user: workspace.personId('maya'),
    channel: workspace.channelId('newsroom'),
    ts: said,
    text: `<@${workspace.state.app.botUser}> panama`,
    ...more,
  });
  const direct = (more: object = {}): object => ({
    type: 'message',
    channel_type: 'im',
    channel: workspace.channelId('maya'),
    user: workspace.personId('maya'),
    ts: '1700000000.000100',
    thread_ts: saidDirectly,
    text: 'panama',
    ...more,
  });

  it('a mention by another bot or by itself is left alone', async () => {
    await bot.deliver(mention({ bot_id: 'B9', user: 'U9' }), 'Ev1');
    await bot.deliver(mention({ user: workspace.state.app.botUser }), 'Ev2');
    expect(await saidSoFar('newsroom')).toEqual([]);
  });

  it('a mention delivered again under another event id is answered once', async () => {
    await bot.deliver(mention(), 'Ev1');
    await bot.deliver(mention(), 'Ev2');
    expect(quotations((await workspace.nextMessage()).blocks)).toContain(P13);
    expect(await saidSoFar('newsroom')).toHaveLength(1);
  });

  it('a direct message is answered when a file came with it', async () => {
    await bot.deliver(direct({ subtype: 'file_share' }), 'Ev1');
    expect(quotations((await workspace.nextMessage()).blocks)).toContain(P13);
  });

  it('a direct message changed or deleted afterwards is left alone, and so are bots', async () => {
    await bot.deliver(direct({ subtype: 'message_changed', message: { text: 'panama' } }), 'Ev1');
    await bot.deliver(direct({ subtype: 'message_deleted' }), 'Ev2');
    await bot.deliver(direct({ bot_id: 'B9' }), 'Ev3');
    await bot.deliver(direct({ user: workspace.state.app.botUser }), 'Ev4');
    // The help that was asked for, and nothing since.
    expect(await saidSoFar('maya')).toHaveLength(1);
  });
});

function traffic(kind: TrafficEntry['kind']): TrafficEntry[] {
  return workspace.traffic().filter((entry) => entry.kind === kind);
}

function callsOf(method: string): TrafficEntry[] {
  return traffic('web-api').filter(({ title }) => title === method);
}

/** The view as the bot sent it. */
function sentView(): unknown {
  const body = callsOf('views.update')[0]?.body;
  return typeof body === 'object' && body !== null && 'view' in body ? body.view : undefined;
}

/**
 * What the bot has said to Maya there. Asks for help elsewhere after all else: whatever the bot still had to say to
 * what came before is said when the help is there. Nothing may have failed on the way either.
 */
async function saidSoFar(channel: string): Promise<SlackMessage[]> {
  await workspace.say('sam', 'border-desk', '/deport help');
  await workspace.nextMessage({ ephemeralTo: 'sam' });
  expect(bot.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  return workspace.visibleTo('maya', channel).filter(({ from }) => from === 'bot');
}
