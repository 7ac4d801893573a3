import { expect, it } from 'vitest';
import { objections, readCitations } from '../support/browser-citations.js';
import { describeInBrowser, visitNewPlayground } from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';

describeInBrowser('the agent pane', () => {
  it('offers what the archive has most on, and answers it', async () => {
    const visitor = await visitNewPlayground({ agent: true });
    const { page } = visitor;
    await page.getByTestId('direct-message').click();
    await page.getByTestId('prompt').getByText('What do we have on Sheinbaum?').click();
    await page.getByTestId('thread-link').click();
    const answer = visitor.repliesFromBot.first();
    expect(objections(await readCitations(visitor, answer), SEEDS)).toEqual([]);
    await page.getByTestId('session').waitFor({ state: 'detached' });
  });
});
