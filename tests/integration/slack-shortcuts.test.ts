import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DrivenWorkspace } from '../support/playground/drive-workspace.js';
import type { CommandAnswer, SlackMessage } from '../../src/playground/protocol.js';
import { ACTIONS } from '../../src/slack/actions.js';
import { SHORTCUTS } from '../../src/slack/actions.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { runsIn } from '../support/slack-message.js';
import { tempFolder } from '../support/temp-folder.js';
import { markupIn, quotations, READ_AT, readBlocks } from '../support/wire.js';

let bot: PlaygroundBot;
let workspace: DrivenWorkspace;
afterEach(async () => {
  await bot.close();
});

/** Something that Jonas says in #newsroom. */
async function said(text: string, thread?: string, at = workspace): Promise<SlackMessage> {
  await at.say('jonas', 'newsroom', text, thread === undefined ? {} : { thread });
  return at.nextMessage({ from: 'person' });
}

/** Maya chooses a shortcut from the menu of a message. */
function choose(
  callbackId: string,
  { channel, ts }: SlackMessage,
  at = workspace,
): Promise<CommandAnswer> {
  const person = at.personId('maya');
  return at.do({ kind: 'shortcut', person, callbackId, channel, ts });
}

describe.each(['http', 'socket'] as const)('over %s, Find coverage on a message', (transport) => {
  beforeEach(async () => {
    bot = await startPlaygroundBot({ transport });
    ({ workspace } = bot);
  });

  it('answers its words with passages, to the person who chose it only, with Share', async () => {
    const message = await said('Did Panama say that it would not accept migrants?');
    expect(await choose(SHORTCUTS.findCoverage, message)).toEqual({ ok: true });
    const answer = await workspace.nextMessage();
    expect(answer.ephemeralTo).toBe(workspace.personId('maya'));
    expect(answer.threadTs).toBeUndefined();
    expect(quotations(answer.blocks).join('\n')).toContain('would not accept migrants');

    await workspace.press('maya', answer, ACTIONS.share);
    const shared = await workspace.nextMessage({ ephemeralTo: null });
    expect(quotations(shared.blocks)).toEqual(quotations(answer.blocks));
  });

  it('in a thread answers there; on the message that opened the thread, in the channel', async () => {
    const opening = await said('Panama?');
    const reply = await said('And the Bahamas?', opening.ts);
    await choose(SHORTCUTS.findCoverage, reply);
    expect((await workspace.nextMessage()).threadTs).toBe(opening.ts);
    await choose(SHORTCUTS.findCoverage, opening);
    expect((await workspace.nextMessage()).threadTs).toBeUndefined();
  });

  it('where the bot is no member answers all the same', async () => {
    await workspace.say('jonas', 'politics', 'Bahamas');
    const message = await workspace.nextMessage({ from: 'person' });
    await choose(SHORTCUTS.findCoverage, message);
    const answer = await workspace.nextMessage();
    expect(answer.channel).toBe(workspace.channelId('politics'));
    expect(quotations(answer.blocks).join('\n')).toContain('The Bahamas has refused');
  });

  it('answers in a direct message once the address of the reply has expired', async () => {
    await workspace.do({ kind: 'set-fault', fault: 'expire-response-urls', on: true });
    await choose(SHORTCUTS.findCoverage, await said('Bahamas'));
    const answer = await workspace.nextMessage();
    expect(answer.channel).toBe(workspace.channelId('maya'));
    expect(quotations(answer.blocks).join('\n')).toContain('The Bahamas has refused');
  });
});

describe.each(['http', 'socket'] as const)(
  'over %s, Check this quote on a message',
  (transport) => {
    beforeEach(async () => {
      bot = await startPlaygroundBot({ transport });
      ({ workspace } = bot);
    });

    it.each([
      'We would be incapable of it',
      '“we would be incapable of it”',
      'Did she ever say "we would be incapable of it" about the border?',
      '> we would be\n> incapable of it',
    ])('%j: tells whether its words stand in the archive, to who chose it only', async (text) => {
      await choose(SHORTCUTS.checkQuote, await said(text));
      const answer = await workspace.nextMessage();
      expect(answer.ephemeralTo).toBe(workspace.personId('maya'));
      expect(runsIn(answer.blocks, 'bold')).toContain('we would be incapable of it');
      expect(readBlocks(answer.blocks)).toContain('Claudia Sheinbaum');
    });

    it('marks the words that differ, and Share shows them to all', async () => {
      await choose(SHORTCUTS.checkQuote, await said('We could be unable of it'));
      const answer = await workspace.nextMessage();
      expect(runsIn(answer.blocks, 'strike')).toEqual(['could', 'unable']);
      await workspace.press('maya', answer, ACTIONS.share);
      const shared = await workspace.nextMessage({ ephemeralTo: null });
      expect(quotations(shared.blocks)).toEqual(quotations(answer.blocks));
    });

    it('says that nothing like it stands in the archive', async () => {
      await choose(SHORTCUTS.checkQuote, await said('The moon base will open in spring, they say'));
      expect(readBlocks((await workspace.nextMessage()).blocks)).toMatch(/^Not found/);
    });
  },
);

describe('a message on which a shortcut can do nothing', () => {
  beforeEach(async () => {
    bot = await startPlaygroundBot();
    ({ workspace } = bot);
  });

  it.each(Object.values(SHORTCUTS))('by the bot itself: %s says why', async (callbackId) => {
    await workspace.say('maya', 'newsroom', '@clipdesk panama');
    await choose(callbackId, await workspace.nextMessage());
    const { blocks, ephemeralTo } = await workspace.nextMessage();
    expect(readBlocks(blocks)).toMatch(/^This message is from me\./);
    expect(ephemeralTo).toBe(workspace.personId('maya'));
  });

  it.each(['🙂 !!', '@priya', '> …'])('%j: both say that it has no words', async (text) => {
    const message = await said(text);
    for (const callbackId of Object.values(SHORTCUTS)) {
      await choose(callbackId, message);
      const { blocks } = await workspace.nextMessage();
      expect(readBlocks(blocks)).toMatch(/^This message has no words to look for\./);
    }
  });

  it('longer than can be read: both say so', async () => {
    const message = await said('panama '.repeat(5_000));
    for (const callbackId of Object.values(SHORTCUTS)) {
      await choose(callbackId, message);
      expect(readBlocks((await workspace.nextMessage()).blocks)).toContain('up to 20,000');
    }
  });

  it('full of commands to Slack: no word of it becomes one', async () => {
    const { dir } = tempFolder({ 'a.txt': 'Alert <!channel> and *bold*.\n' });
    const own = await startPlaygroundBot({ corpusDir: dir });
    onTestFinished(() => own.close());
    const at = own.workspace;
    const message = await said('alert <!channel> *bold* <@U0MAYA0001>', undefined, at);
    await choose(SHORTCUTS.findCoverage, message, at);
    const { blocks, text } = await at.nextMessage();
    expect(quotations(blocks)).toEqual(['Alert <!channel> and *bold*.']);
    expect(text).not.toMatch(/<[!@]/);
    for (const words of markupIn(blocks)) expect(words).toMatch(READ_AT);
  });
});
