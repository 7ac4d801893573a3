import { expect, it } from 'vitest';
import { objections, readCitations } from '../support/browser-citations.js';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';

/** Chooses a shortcut from the menu of the newest message that a person wrote. */
async function choose({ page }: Visitor, name: string): Promise<void> {
  const message = page.getByTestId('messages').locator('[data-testid=message][data-from=person]');
  await message.last().hover();
  await message.last().getByTestId('message-shortcuts').click();
  await page.getByTestId('shortcut').getByText(name, { exact: true }).click();
}

describeInBrowser('the menu of a message', () => {
  it('has Find coverage: passages on what the message says, for whoever chose it, with Share', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('Did Panama say it would not accept migrants?');
    await visitor.actAs('jonas');
    await choose(visitor, 'Find coverage');
    const answer = visitor.fromBot.first();
    const shown = await readCitations(visitor, answer);
    expect(objections(shown, SEEDS)).toEqual([]);
    expect(shown.map(({ text }) => text).join('\n')).toContain('would not accept migrants');
    expect(await answer.getByTestId('only-you').count()).toBe(1);

    await answer.locator('[data-action-id=share_answer]').click();
    await visitor.fromBot.nth(1).getByText('shared:').waitFor();
    await visitor.actAs('maya');
    await visitor.fromBot.first().getByText('shared:').waitFor();
    expect(await visitor.fromBot.count()).toBe(1);
  });

  it('says why where a message is the bot’s own', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('/deport bahamas');
    await visitor.fromBot.first().locator('[data-action-id=share_answer]').click();
    const shared = visitor.fromBot.nth(1);
    await shared.hover();
    await shared.getByTestId('message-shortcuts').click();
    await visitor.page.getByTestId('shortcut').first().click();
    await visitor.fromBot.nth(2).getByText('This message is from me.').waitFor();
  });
});
