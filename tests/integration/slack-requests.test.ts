import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DrivenWorkspace } from '../support/playground/drive-workspace.js';
import type { SlackMessage } from '../../src/playground/protocol.js';
import { ACTIONS } from '../../src/slack/actions.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { SEEDS } from '../support/seeds.js';
import { runsIn } from '../support/slack-message.js';
import { tempFolder } from '../support/temp-folder.js';
import { buttonValue, markupIn, quotations, READ_AT, readBlocks } from '../support/wire.js';

const CNN = '000_cdfc808a8b69da1e.txt';
const SAID = 'we would be incapable of it';

let bot: PlaygroundBot;
let workspace: DrivenWorkspace;
afterEach(async () => {
  await bot.close();
});

/** Another bot than the one at hand, on these articles, gone with the test. */
async function withArticles(files: Record<string, string>): Promise<DrivenWorkspace> {
  const own = await startPlaygroundBot({ corpusDir: tempFolder(files).dir });
  onTestFinished(() => own.close());
  return own.workspace;
}

/** What Maya sees next in #newsroom after typing that. */
async function ask(text: string, at = workspace): Promise<SlackMessage> {
  await at.say('maya', 'newsroom', text);
  return at.nextMessage();
}

/** Every quotation that is shown whole stands in one of these texts, unit for unit. */
function expectVerbatim({ blocks }: SlackMessage, ...texts: readonly string[]): void {
  const shown = quotations(blocks).map((words) => words.replaceAll(/ \[…\] /g, ''));
  expect(shown.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([]);
}

const seeds = [CNN, '001_625a3d29147f48c6.txt', '002_ae9b9f224c647ccd.txt'].concat([
  '003_034d1ffa79abd236.txt',
  '004_103e8cc984b34685.txt',
]);
const SEED_TEXTS = seeds.map((file) => readFileSync(`${SEEDS}/${file}`, 'utf8'));

const COMMANDS = [
  'quotes sheinbaum',
  `check "${SAID}"`,
  'timeline tariffs',
  'figures migrants',
  'sources',
] as const;

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  beforeEach(async () => {
    bot = await startPlaygroundBot({ transport });
    ({ workspace } = bot);
  });

  it.each(COMMANDS)('/deport %s is answered to the person only, with Share', async (command) => {
    const answer = await ask(`/deport ${command}`);
    expect(answer.ephemeralTo).toBe(workspace.personId('maya'));
    expect(readBlocks(answer.blocks)).toContain(CNN);
    expectVerbatim(answer, ...SEED_TEXTS);

    await workspace.press('maya', answer, ACTIONS.share);
    const shared = await workspace.nextMessage({ ephemeralTo: null });
    expect(quotations(shared.blocks)).toEqual(quotations(answer.blocks));
    expect(JSON.stringify(shared.blocks)).toContain(`"user_id":"${workspace.personId('maya')}"`);
    expect(buttonValue(shared.blocks, ACTIONS.share)).toBeUndefined();
  });

  it.each(COMMANDS)('@clipdesk %s is answered in its thread, for all', async (command) => {
    const answer = await ask(`@clipdesk ${command}`);
    const [question] = workspace.visibleTo('jonas', 'newsroom');
    expect(answer.threadTs).toBe(question?.ts);
    expect(answer.ephemeralTo).toBeUndefined();
    expect(readBlocks(answer.blocks)).toContain(CNN);
    expect(buttonValue(answer.blocks, ACTIONS.share)).toBeUndefined();
  });

  it.each(COMMANDS)('%s in a direct message is answered there', async (command) => {
    await workspace.say('maya', 'maya', command);
    const answer = await workspace.nextMessage();
    expect(answer.channel).toBe(workspace.channelId('maya'));
    expect(readBlocks(answer.blocks)).toContain(CNN);
  });
});

describe('what a command answers', () => {
  beforeEach(async () => {
    bot = await startPlaygroundBot();
    ({ workspace } = bot);
  });

  it('check: the words bold in the sentence they stand in, whose they are, and the way back to the file', async () => {
    const answer = await ask(`/deport check “${SAID}”`);
    expect(quotations(answer.blocks)).toEqual([
      expect.stringMatching(/^“Everyone has their own way .* Sheinbaum said\.$/),
    ]);
    expect(runsIn(answer.blocks, 'bold')).toContain(SAID);
    expect(readBlocks(answer.blocks)).toContain('CNN · Dec 5, 2024');
    expect(readBlocks(answer.blocks)).toContain(`${CNN} · paragraph 9`);
    expect(readBlocks(answer.blocks)).toContain('Claudia Sheinbaum');
    await workspace.press('maya', answer, ACTIONS.open);
    await workspace.nextView('maya', 'modal');
    expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain('letter for letter.');
  });

  it('check: two words changed are marked in both, as printed and as pasted', async () => {
    const answer = await ask('/deport check "we could be unable of it"');
    expect(readBlocks(answer.blocks)).toContain('2 words differ');
    expect(runsIn(answer.blocks, 'bold')).toEqual(expect.arrayContaining(['would', 'incapable']));
    expect(runsIn(answer.blocks, 'strike')).toEqual(['could', 'unable']);
    expect(quotations(answer.blocks)).toHaveLength(2);
  });

  it('check: a made-up sentence is not found, and there is nothing to share', async () => {
    const answer = await ask('/deport check "the moon base will open in the spring of next year"');
    expect(readBlocks(answer.blocks)).toMatch(/not found/i);
    expect(quotations(answer.blocks)).toEqual([]);
    expect(buttonValue(answer.blocks, ACTIONS.share)).toBeUndefined();
  });

  it.each(['quotes', 'check', 'timeline', 'figures'])(
    '%s alone is answered with an example of what it needs',
    async (word) => {
      const { blocks, ephemeralTo } = await ask(`/deport ${word}`);
      expect(readBlocks(blocks)).toContain(`${word} needs`);
      expect(ephemeralTo).toBe(workspace.personId('maya'));
    },
  );

  it('a question that only begins with such a word is a question', async () => {
    const answer = await ask('/deport figures show deportations');
    expect(answer.text).toContain('“figures show deportations”');
  });

  it('timeline: oldest first, nothing bare that is not exact', async () => {
    const read = readBlocks((await ask('/deport timeline tariffs')).blocks);
    const dates = ['Dec 5, 2024 ·', 'inferred: Jan 15–17, 2025', 'inferred: Mar 28–29, 2025'];
    const places = dates.map((date) => read.lastIndexOf(date));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('a follow-up in the thread of a timeline is read with its topic', async () => {
    const first = await ask('@clipdesk timeline tariffs');
    await workspace.say('maya', 'newsroom', '@clipdesk and canada?', {
      thread: first.threadTs ?? '',
    });
    expect(readBlocks((await workspace.nextMessage()).blocks)).toContain(
      'I looked for: tariffs · canada',
    );
  });

  it('what did somebody say, in plain words, is answered with what they are quoted with', async () => {
    const spoken = await ask('@clipdesk what did sheinbaum say?');
    const command = await ask('/deport quotes sheinbaum');
    expect(quotations(spoken.blocks)).toEqual(quotations(command.blocks));
  });

  it('what an outlet or a country says is answered with passages where nobody of that name is quoted', async () => {
    const answer = await ask('@clipdesk what did the bahamas say about flights?');
    expect(quotations(answer.blocks).join()).toContain('The Bahamas has refused');
    expect(answer.text).toContain('what did the bahamas say about flights?');
  });

  it('who said a sentence, in plain words, is answered by checking it', async () => {
    const answer = await ask(`@clipdesk who said "${SAID}"?`);
    expect(runsIn(answer.blocks, 'bold')).toContain(SAID);
  });
});

describe('a list longer than a message', () => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, n) => `“Ferry number ${n + 1} will not sail again this year,” said Ana Ruiz & co.`,
  );
  const text = `${paragraphs.join('\n')}\n`;

  it.each(['quotes ruiz', 'timeline ferry', 'check "will not sail again this year"'])(
    '%s: More goes on where the message ended, to the end, and nothing twice',
    async (command) => {
      bot = await startPlaygroundBot({ corpusDir: tempFolder({ 'a.txt': text }).dir });
      ({ workspace } = bot);
      const seen: string[] = [];
      let answer = await ask(`/deport ${command}`);
      for (let pages = 0; pages < 20; pages += 1) {
        const shown = quotations(answer.blocks);
        expect(shown.length).toBeGreaterThan(0);
        seen.push(...shown);
        expectVerbatim(answer, text);
        if (buttonValue(answer.blocks, ACTIONS.more) === undefined) break;
        await workspace.press('maya', answer, ACTIONS.more);
        answer = await workspace.nextMessage();
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(25);
    },
  );
});

describe('articles that look like trouble', () => {
  const hostile =
    '“Alert <!channel> and <@U0MAYA0001> *bold* @here _now_ & <https://evil.example|click> ferry 5,000 boats,” said Ana Ruiz.';

  beforeEach(async () => {
    bot = await startPlaygroundBot();
    ({ workspace } = bot);
  });

  it.each([
    'quotes ruiz',
    'check "alert <!channel> and <@U0MAYA0001> *bold*"',
    'check "alert <!everyone> and <@U0MAYA0001> *bald*"',
    'timeline ferry',
    'figures ferry',
    'sources',
  ])('ring no bell: %s', async (command) => {
    const at = await withArticles({ 'a *b* <!here>.txt': `${hostile}\n` });
    const answer = await ask(`/deport ${command}`, at);
    expect(answer.text).not.toMatch(/<[!@h]/);
    for (const words of markupIn(answer.blocks)) expect(words).toMatch(READ_AT);
    expect(JSON.stringify(answer.blocks)).not.toMatch(/"type":"(?:broadcast|user|link|emoji)"/);
    if (!command.includes('bald')) expectVerbatim(answer, hostile);
    expect(readBlocks(answer.blocks)).toContain('a *b* <!here>.txt');
  });

  it('in a paragraph of sixty thousand characters: every command is answered, and what is not shown is counted', async () => {
    const long = `“${'The ferry & 5,000 boats <b>sail</b> on '.repeat(1_500)}home,” said Ana Ruiz.`;
    const at = await withArticles({ 'a.txt': `${long}\n` });
    for (const command of ['quotes ruiz', 'timeline ferry', 'sources']) {
      const answer = await ask(`/deport ${command}`, at);
      expectVerbatim(answer, long);
      expect(readBlocks(answer.blocks)).toContain('a.txt');
    }
    const quotes = readBlocks((await ask('/deport quotes ruiz', at)).blocks);
    expect(quotes).toMatch(/5\d,\d{3} characters more, not shown here\./);
    const checked = await ask(`/deport check ${long.slice(0, 15_000)}`, at);
    expectVerbatim(checked, long);
    expect(readBlocks(checked.blocks)).toContain('too long for Share and More');
  });

  it('with five hundred quotations: each command is answered with as many as a message holds', async () => {
    const many = Array.from(
      { length: 500 },
      (_, n) => `“We counted ${n + 1},000 boats & no ferry,” said Ana Ruiz.`,
    ).join('\n');
    const at = await withArticles({ 'a.txt': `${many}\n` });
    for (const command of [
      'quotes ruiz',
      'timeline ferry',
      'figures boats',
      'check boats & no ferry',
    ]) {
      const answer = await ask(`/deport ${command}`, at);
      expect(quotations(answer.blocks).length).toBeGreaterThan(3);
      expectVerbatim(answer, many);
    }
  });
});

describe('Share', () => {
  it('posts nothing of an article that was taken away or embargoed meanwhile, and says so', async () => {
    const folder = tempFolder({ 'a.txt': '“The ferry will not sail,” said Ana Ruiz.\n' });
    bot = await startPlaygroundBot({ corpusDir: folder.dir });
    ({ workspace } = bot);
    const answer = await ask('/deport quotes ruiz');
    const value = buttonValue(answer.blocks, ACTIONS.share) ?? '';
    writeFileSync(folder.at('a.txt'), 'Nothing of note.\n');
    const later = await startPlaygroundBot({ corpusDir: folder.dir });
    onTestFinished(() => later.close());
    const text = { type: 'plain_text', text: 'Share in channel' };
    const button = { type: 'button', action_id: ACTIONS.share, value, text };
    await later.postAsBot('newsroom', {
      text: 'An old answer',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    await later.workspace.press('maya', await later.workspace.nextMessage(), ACTIONS.share);
    const { blocks, ephemeralTo } = await later.workspace.nextMessage();
    expect(readBlocks(blocks)).toContain('Not shared: the archive has changed');
    expect(ephemeralTo).toBe(later.workspace.personId('maya'));
  });
});
