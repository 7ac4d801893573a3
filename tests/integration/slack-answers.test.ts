import { readFileSync, writeFileSync, mkdtempSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS } from '../../src/slack/actions.js';
import { checkView } from '../../src/slack/check-blocks.js';
import { allowNoNetwork } from '../support/no-network.js';
import { BOT_USER, SEEDS, startTestBot, type TestBot } from '../support/test-bot.js';
import { buttonValue, nextCall, nextResponse, quotations, readBlocks } from '../support/wire.js';

const P13 =
  'Elsewhere in Latin America, the Panamanian Foreign Ministry said Thursday that the country would not accept migrants of other nationalities who may be deported by the future Trump administration from the United States.';

allowNoNetwork();

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(async () => {
  await bot.close();
});

const mention = (text: string, more: object = {}): object => ({
  type: 'app_mention',
  user: 'U1',
  channel: 'C1',
  ts: '1700000000.000100',
  text: `<@${BOT_USER}> ${text}`,
  ...more,
});

describe('a slash command', () => {
  it('is acknowledged with an empty body and answered to the person only, word for word, with outlet, date, file and paragraph', async () => {
    const answer = nextResponse();
    const ack = await bot.command('panama');
    expect(ack.status).toBe(200);
    expect(await ack.text()).toBe('');

    const { blocks, rest, text } = await answer;
    expect(rest).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      mrkdwn: false,
    });
    expect(quotations(blocks)).toContain(P13);
    expect(readBlocks(blocks)).toContain(
      `CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13${P13}`,
    );
    expect(text).toContain('“panama”: passages 1–3 of 4');
  });

  it('shows a known problem beside the passage, and never a bare date that is not exact', async () => {
    const answer = nextResponse();
    await bot.command('honduras');
    const read = readBlocks((await answer).blocks);
    expect(read).toContain('Honduran President Xi Jinping');
    expect(read).toMatch(/⚠ Known problem, wrong name: “Honduran President Xi Jinping”/);
    expect(read).toContain('date inferred: Jan 15–17, 2025');
    expect(read.replaceAll('date inferred: ', '')).not.toBe(read);
  });

  it.each(['', '   ', 'help', 'HELP'])('gets help for %j', async (text) => {
    const answer = nextResponse();
    await bot.command(text);
    const { blocks, rest } = await answer;
    expect(rest['response_type']).toBe('ephemeral');
    expect(readBlocks(blocks)).toContain('/deport "safe third country"');
  });

  it('says that nothing was found, what was searched, and offers nothing to share', async () => {
    const answer = nextResponse();
    await bot.command('brexit');
    const { blocks } = await answer;
    expect(readBlocks(blocks)).toContain('Nothing found for “brexit”.Searched 5 articles');
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
    expect(quotations(blocks)).toEqual([]);
  });

  it('says which word it took for another', async () => {
    const answer = nextResponse();
    await bot.command('sheinbuam');
    expect(readBlocks((await answer).blocks)).toContain('Showing results for “sheinbaum”');
  });

  it('tells what is wrong with a filter instead of guessing', async () => {
    const answer = nextResponse();
    await bot.command('tariffs since:yesterday');
    expect(readBlocks((await answer).blocks)).toContain(
      'since:yesterday is not a date; expected a year',
    );
  });

  it('answers a question of three thousand words', async () => {
    const answer = nextResponse();
    await bot.command(
      Array.from({ length: 3_000 }, (_, index) => ['panama', 'treaty', 'w'][index % 3]).join(' '),
    );
    expect(quotations((await answer).blocks).length).toBeGreaterThan(0);
  });

  it('says that a question is too long to read', async () => {
    const answer = nextResponse();
    await bot.command('panama '.repeat(5_000));
    expect(readBlocks((await answer).blocks)).toContain('up to 20,000 can be read');
  });

  it('drops Share and More, and says so, where the question would not fit into a button', async () => {
    const answer = nextResponse();
    await bot.command('panama '.repeat(300));
    const { blocks } = await answer;
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
    expect(readBlocks(blocks)).toContain('too long for Share and More');
  });

  it('answers under another command word when one is configured', async () => {
    const other = await startTestBot({ command: '/clips' });
    const answer = nextResponse();
    expect((await other.command('help')).status).toBe(200);
    expect(readBlocks((await answer).blocks)).toContain('/clips panama');
    await other.close();
  });
});

describe('a mention', () => {
  it('in a channel is answered in a thread under it, for all to see, with no unfurling', async () => {
    const answer = nextCall('chat.postMessage');
    expect((await bot.event(mention('panama'))).status).toBe(200);
    const { blocks, rest } = await answer;
    expect(rest).toMatchObject({
      channel: 'C1',
      thread_ts: '1700000000.000100',
      unfurl_links: 'false',
      unfurl_media: 'false',
      mrkdwn: 'false',
    });
    expect(quotations(blocks)).toContain(P13);
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
    expect(buttonValue(blocks, ACTIONS.more)).toBeDefined();
  });

  it('in a thread is answered in that thread', async () => {
    const answer = nextCall('chat.postMessage');
    await bot.event(mention('bahamas', { thread_ts: '1690000000.000001' }));
    expect((await answer).rest['thread_ts']).toBe('1690000000.000001');
  });

  it('is read wherever the name stands, with the characters that Slack escapes', async () => {
    const answer = nextCall('chat.postMessage');
    await bot.event(mention('', { text: `R&amp;D &lt;tariffs&gt; <@${BOT_USER}> &amp;` }));
    expect((await answer).text).toContain('R&amp;D &lt;tariffs&gt;');
  });

  it('without a question gets help, seen by the person only', async () => {
    const answer = nextCall('chat.postEphemeral');
    await bot.event(mention(''));
    expect((await answer).rest).toMatchObject({
      channel: 'C1',
      user: 'U1',
      thread_ts: '1700000000.000100',
    });
  });

  it('delivered twice is answered once, retry or not', async () => {
    const answer = nextCall('chat.postMessage');
    await Promise.all([
      bot.event(mention('panama')),
      bot.event(
        mention('panama'),
        {},
        { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
      ),
    ]);
    await bot.event(mention('panama'));
    // The same message under another event id, as a second subscription would send it.
    await bot.event(mention('panama'), { event_id: 'Ev2' });
    await answer;
    expect(await nothingElseIsSaid(bot)).toBe(true);
  });

  it('by another bot, by itself, or made by an edit is left alone', async () => {
    await bot.event(mention('panama', { bot_id: 'B9', user: 'U9' }));
    await bot.event(mention('panama', { user: BOT_USER }), { event_id: 'Ev2' });
    await bot.event(mention('panama', { edited: { user: 'U1', ts: '1.1' } }), { event_id: 'Ev3' });
    expect(await nothingElseIsSaid(bot)).toBe(true);
  });
});

describe('a direct message', () => {
  const direct = (more: object = {}): object => ({
    type: 'message',
    channel_type: 'im',
    channel: 'D1',
    user: 'U1',
    ts: '1700000000.000100',
    text: 'panama',
    ...more,
  });

  it('is answered', async () => {
    const answer = nextCall('chat.postMessage');
    await bot.event(direct());
    const { blocks, rest } = await answer;
    expect(rest).toMatchObject({ channel: 'D1', thread_ts: '1700000000.000100' });
    expect(quotations(blocks)).toContain(P13);
  });

  it('is answered when a file came with it', async () => {
    const answer = nextCall('chat.postMessage');
    await bot.event(direct({ subtype: 'file_share' }));
    expect(quotations((await answer).blocks)).toContain(P13);
  });

  it('changed or deleted afterwards is left alone, and so are bots', async () => {
    await bot.event(direct({ subtype: 'message_changed', message: { text: 'panama' } }));
    await bot.event(direct({ subtype: 'message_deleted' }), { event_id: 'Ev2' });
    await bot.event(direct({ bot_id: 'B9' }), { event_id: 'Ev3' });
    await bot.event(direct({ user: BOT_USER }), { event_id: 'Ev4' });
    expect(await nothingElseIsSaid(bot)).toBe(true);
  });
});

describe('the buttons', () => {
  async function ask(question: string): Promise<unknown[]> {
    const answer = nextResponse();
    await bot.command(question);
    return (await answer).blocks;
  }

  it('carry no word of an article, only what to look up', async () => {
    const blocks = await ask('panama');
    for (const action of Object.values(ACTIONS)) {
      const value = buttonValue(blocks, action) ?? '';
      expect(value).not.toBe('');
      expect(value).not.toContain('Foreign Ministry');
    }
  });

  it('Share posts the answer in the channel, with the name of who shared it and no Share of its own', async () => {
    const value = buttonValue(await ask('panama'), ACTIONS.share) ?? '';
    const shared = nextResponse();
    expect((await bot.press(ACTIONS.share, value)).status).toBe(200);
    const { blocks, rest } = await shared;
    expect(rest).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(quotations(blocks)).toContain(P13);
    expect(JSON.stringify(blocks)).toContain('"user_id":"U1"');
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
  });

  it('Share pressed twice shares once and says so', async () => {
    const value = buttonValue(await ask('panama'), ACTIONS.share) ?? '';
    const first = nextResponse();
    await bot.press(ACTIONS.share, value);
    await first;
    const second = nextResponse();
    await bot.press(ACTIONS.share, value);
    const { blocks, rest } = await second;
    expect(rest['response_type']).toBe('ephemeral');
    expect(readBlocks(blocks)).toContain('shared already');
  });

  it('More gives the next passages to the person who pressed, in the thread of the message', async () => {
    const value = buttonValue(await ask('panama'), ACTIONS.more) ?? '';
    const more = nextResponse();
    await bot.press(ACTIONS.more, value, {
      container: { type: 'message', message_ts: '1.2', thread_ts: '1.1', channel_id: 'C1' },
    });
    const { blocks, rest, text } = await more;
    expect(rest).toMatchObject({ response_type: 'ephemeral', thread_ts: '1.1' });
    expect(text).toContain('passages 4 of 4');
    expect(quotations(blocks)).toHaveLength(1);
    expect(buttonValue(blocks, ACTIONS.more)).toBeUndefined();
  });

  it('Context opens the paragraph among its neighbours, the cited words bold, with what the date rests on', async () => {
    const value = buttonValue(await ask('panama ministry thursday'), ACTIONS.context) ?? '';
    const opened = nextCall('views.open', { body: { ok: true, view: {} } });
    await bot.press(ACTIONS.context, value);
    const { rest } = await opened;
    expect(rest['trigger_id']).toBe('trigger');
    const view: unknown = JSON.parse(z.string().parse(rest['view']));
    expect(checkView(view)).toEqual([]);
    const [before, passage, after] = quotations(view);
    expect(before).toMatch(/^The US southern border has become/);
    expect(passage).toBe(P13);
    expect(after).toMatch(/^“In light of international law/);
    const read = readBlocks(view);
    expect(read).toContain('paragraph 13 of 18');
    expect(read).toContain('known from outside the file');
    expect(read).toMatch(/Characters 3320–3538 · fingerprint [0-9a-f]{16}/);
    expect(read).toMatch(/SHA-256 of the file: 1610f1c1/);
  });

  it('Verify reads the file again: the same words, other words, no file', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-'));
    const file = path.join(dir, 'a.txt');
    const words = readFileSync(path.join(SEEDS, '000_cdfc808a8b69da1e.txt'), 'utf8');
    writeFileSync(file, words);
    const own = await startTestBot({ corpusDir: dir });
    const verify = async (value: string): Promise<string> => {
      const verdict = nextResponse();
      await own.press(ACTIONS.verify, value);
      return readBlocks((await verdict).blocks);
    };
    const answer = nextResponse();
    await own.command('panama ministry thursday');
    const value = buttonValue((await answer).blocks, ACTIONS.verify) ?? '';

    expect(await verify(value)).toContain('letter for letter.');
    writeFileSync(file, `New first line.\n${words}`);
    expect(await verify(value)).toContain('but at characters 3336–3554 now');
    writeFileSync(file, words.replace('would not accept', 'would accept'));
    expect(await verify(value)).toMatch(
      /Not verified: the file has changed.*There now:.*would accept/,
    );
    unlinkSync(file);
    expect(await verify(value)).toContain('Not verified: the file cannot be read now');
    await own.close();
    rmSync(dir, { recursive: true });
  });

  it('of another version are answered with a reason', async () => {
    const reason = nextResponse();
    await bot.press(ACTIONS.more, 'something else');
    expect(readBlocks((await reason).blocks)).toContain('older version of the bot');
  });

  it('that point at words the archive no longer holds say so', async () => {
    const reason = nextResponse();
    await bot.press(ACTIONS.context, JSON.stringify(['gone.txt', 0, 5, '0123456789abcdef']));
    expect(readBlocks((await reason).blocks)).toContain('no longer holds these words');
  });
});

describe('words that look like commands to Slack', () => {
  it('in an article or a question reach Slack as plain text', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-'));
    const hostile =
      'Alert <!channel> and <@U1> said *bold* _things_ about R&D :fire: <https://evil.example|click>.';
    writeFileSync(path.join(dir, 'a.txt'), `${hostile}\n`);
    const own = await startTestBot({ corpusDir: dir });
    const answer = nextResponse();
    await own.command('alert <!channel> *bold*');
    const { blocks, rest, text } = await answer;
    expect(quotations(blocks)).toEqual([hostile]);
    expect(rest['mrkdwn']).toBe(false);
    expect(text).not.toMatch(/<[!@h]/);
    // Nothing but rich_text and plain_text carries words from a file or a person.
    expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"');
    await own.close();
    rmSync(dir, { recursive: true });
  });
});

/**
 * Asks for help after all else and looks whether the bot tried to say more than that: with no stub left for it,
 * any other message would have failed and been logged.
 */
async function nothingElseIsSaid(running: TestBot): Promise<boolean> {
  const answer = nextResponse();
  await running.command('help');
  await answer;
  return running.log.every(({ level }) => level === 'debug' || level === 'info');
}
