import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { readBlocks } from '../support/wire.js';

const ADMIN = 'U0SAM00004';
const HOSTILE = `<!channel> *bold* <https://example.org|link> ${'x&'.repeat(450)}`;

describe('Wrong passage?', () => {
  let bot: PlaygroundBot;
  beforeEach(async () => {
    bot = await startPlaygroundBot({ admins: [ADMIN] });
  });
  afterEach(() => bot.close());

  /** The form, in the modal of the passage, whose first view says that it is looked up. */
  async function openForm(question: string) {
    const { workspace } = bot;
    await workspace.say('maya', '#newsroom', `/deport ${question}`);
    const answer = await workspace.nextMessage({ from: 'bot', ephemeralTo: 'maya' });
    await workspace.press('maya', answer, ACTIONS.open);
    await workspace.nextView('maya', 'modal');
    const passage = await workspace.nextView('maya', 'modal');
    await workspace.press('maya', passage, ACTIONS.report);
    return workspace.nextView('maya', 'modal');
  }

  it('asks why, thanks in private, and shows it to the admins on Home', async () => {
    const { workspace } = bot;
    const form = await openForm('panama <!here>');
    expect(readBlocks(form.blocks)).toContain('Asked: “panama <!here>”');
    const values = { reason: { reason: 'wrong subject' }, remark: { remark: HOSTILE } };
    expect(await workspace.submit('maya', form, values)).toEqual({ ok: true });
    const thanks = await workspace.nextMessage({ channel: 'maya' });
    expect(readBlocks(thanks.blocks)).toContain('Thank you. I have kept that this is the wrong');
    expect(bot.workspace.visibleTo('jonas', '#newsroom')).toEqual(
      bot.workspace.visibleTo('jonas', '#newsroom').filter(({ from }) => from === 'person'),
    );
    await workspace.do({ kind: 'open-home', person: ADMIN, tab: 'home' });
    const home = readBlocks((await workspace.nextView('sam', 'home')).blocks);
    expect(home).toContain('It is about another person or place');
    expect(home).toContain('<!channel> *bold*');
    await workspace.do({ kind: 'open-home', person: workspace.personId('maya'), tab: 'home' });
    const hers = readBlocks((await workspace.nextView('maya', 'home')).blocks);
    expect(hers).not.toContain('another person or place');
  });

  it('wants one of the reasons', async () => {
    const form = await openForm('panama');
    expect(await bot.workspace.submit('maya', form, {})).toMatchObject({ ok: false });
  });
});
