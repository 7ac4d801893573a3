import { expect, it } from 'vitest';
import { faults } from '../support/axe.js';
import { quotes } from '../support/browser-citations.js';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';

async function ask(visitor: Visitor): Promise<void> {
  await visitor.say('/deport honduras');
  await quotes(visitor.fromBot.first());
}

describeInBrowser('Axe finds no serious fault', () => {
  it.each([
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 390, height: 844 } }],
  ] as const)(
    '%s: the welcome, an answer, a checked sentence, the sources, a thread, a modal, the completion, the menus, the archive, the traffic',
    async (_where, options) => {
      const visitor = await visitNewPlayground(options);
      const { page } = visitor;
      expect(await faults(page)).toEqual([]);
      await ask(visitor);
      expect(await faults(page)).toEqual([]);
      await visitor.say('/deport check "we could be unable of it"');
      await visitor.fromBot.nth(1).getByText('2 words differ').waitFor();
      await visitor.say('/deport sources');
      await visitor.fromBot.nth(2).waitFor();
      expect(await faults(page)).toEqual([]);
      await visitor.fromBot.first().locator('[data-action-id=open_citation]').first().click();
      await visitor.modal.getByText(/ · characters /).waitFor();
      expect(await faults(page)).toEqual([]);
      await visitor.modal.press('Escape');
      await visitor.modal.waitFor({ state: 'detached' });
      await visitor.composer.fill('/d');
      await page.getByTestId('completion').waitFor();
      expect(await faults(page)).toEqual([]);
      await visitor.say('@clipdesk bahamas');
      await page.getByTestId('thread-link').click();
      await quotes(visitor.repliesFromBot.first());
      expect(await faults(page)).toEqual([]);
      await page.getByTestId('close-thread').click();
      for (const menu of ['person-switcher', 'clock', 'channel-menu']) {
        await page.getByTestId(menu).click();
        expect(await faults(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.getByTestId('open-archive').click();
      expect(await faults(page)).toEqual([]);
      await page.getByTestId('new-article').click();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('archive-close').click();
      await visitor.switchFault('expire-response-urls');
      await page.getByTestId('traffic-row').first().getByRole('button').first().click();
      expect(await faults(page)).toEqual([]);
    },
    // Axe reads the page a dozen times.
    60_000,
  );

  it('and would find one: a button without a name', async () => {
    const { page } = await visitNewPlayground();
    await page.evaluate(`document.body.append(document.createElement('button'))`);
    expect(await faults(page)).toEqual(['button-name: <button></button>']);
  });
});
