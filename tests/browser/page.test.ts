import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { quotes } from '../support/browser-citations.js';
import { startLine } from '../support/browser-line.js';
import {
  describeInBrowser,
  startBuiltPlayground,
  visit,
  visitNewPlayground,
} from '../support/browser-playground.js';
import { tempFolder } from '../support/temp-folder.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

describeInBrowser('the page without a mouse', () => {
  it('takes a person from the first Tab to an answer, its Open and back, by keys alone', async () => {
    const { page, fromBot, modal } = await visitNewPlayground();
    const { keyboard } = page;
    await tabTo(page, '[data-testid=composer]');
    await keyboard.type('/');
    await page.getByTestId('completion').waitFor();
    expect(await page.getByTestId('completion-item').count()).toBe(2);
    await keyboard.press('ArrowDown');
    expect(await page.locator('[role=option][aria-selected=true]').innerText()).toMatch(
      /^\/invite/,
    );
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await keyboard.type('panama');
    await keyboard.press('Enter');
    await quotes(fromBot.first());

    await tabTo(page, '[data-action-id=open_citation]', 'Shift+Tab');
    await keyboard.press('Enter');
    await modal.waitFor();
    await keyboard.press('Tab');
    expect(await modal.locator(':focus').count()).toBe(1);
    await keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(await page.locator('[data-action-id=open_citation]:focus').count()).toBe(1);
  });

  it('switches people by Enter and arrows, and Escape leaves everything as it was', async () => {
    const { page } = await visitNewPlayground();
    const { keyboard } = page;
    await tabTo(page, '[data-testid=person-switcher]');
    await keyboard.press('Enter');
    await page.locator('[data-testid=person-option]:focus').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Escape');
    expect(await page.getByTestId('person-switcher').innerText()).toContain('Maya Ortiz');
    await keyboard.press('Enter');
    await page.locator('[data-testid=person-option]:focus').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.locator('[data-testid=person-switcher][data-person-id=U0JONAS002]').waitFor();
  });

  it('closes the completion by Escape and keeps what was typed; a second Enter sends it', async () => {
    const { page, composer } = await visitNewPlayground();
    await composer.pressSequentially('Hello @jon');
    await page.getByTestId('completion').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('completion').waitFor({ state: 'detached' });
    expect(await composer.inputValue()).toBe('Hello @jon');
    await composer.pressSequentially('a');
    await page.keyboard.press('Enter');
    expect(await composer.inputValue()).toBe('Hello @jonas ');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=message] .mention').getByText('@Jonas Weber').waitFor();
  });
});

describeInBrowser('the page when the line breaks', () => {
  it('says so, finds back by itself, and shows what was said in between, once', async () => {
    const playground = await startBuiltPlayground();
    onTestFinished(() => playground.stop('the test is over'));
    const line = await startLine(playground.url);
    onTestFinished(() => line.close());
    const jonas = await visit(line.url);
    const maya = await visit(playground.url);
    await jonas.actAs('jonas');
    await maya.say('Before the line broke');
    await jonas.page.getByText('Before the line broke').waitFor();
    line.cut();
    await jonas.page.locator('[data-testid=connection][data-state=lost]').waitFor();
    await jonas.page.getByText('Reconnecting…').waitFor();
    await maya.say('While it was broken');
    await maya.page.getByText('While it was broken').waitFor();
    line.mend();
    await jonas.page
      .locator('[data-testid=connection][data-state=open]')
      .waitFor({ state: 'attached' });
    await jonas.page.getByText('While it was broken').waitFor();
    expect(await jonas.page.getByTestId('message-body').allInnerTexts()).toEqual([
      'Before the line broke',
      'While it was broken',
    ]);
  });

  it('finds the playground again after a restart, with all that was said where a state file keeps it', async () => {
    const stateFile = tempFolder().at('workspace.json');
    const first = await startBuiltPlayground({ stateFile });
    const maya = await visit(first.url);
    await maya.say('@clipdesk panama');
    await maya.page.getByTestId('thread-link').waitFor();
    await first.stop('to start again');
    await maya.page.locator('[data-testid=connection][data-state=lost]').waitFor();
    const again = await startBuiltPlayground({ stateFile, port: Number(new URL(first.url).port) });
    onTestFinished(() => again.stop('the test is over'));
    await maya.page
      .locator('[data-testid=connection][data-state=open]')
      .waitFor({ state: 'attached' });
    await maya.page.getByTestId('thread-link').click();
    await quotes(maya.repliesFromBot.first());
    await maya.sayInThread('@clipdesk bahamas');
    expect(await quotes(maya.repliesFromBot.nth(1))).toContain(
      '• The Bahamas has refused to accept U.S. deportation flights due to limited resources.',
    );
  });
});

describeInBrowser('the look of the page', () => {
  it('is light or dark as the system says, changes by the button, and stays so', async () => {
    const { page } = await visitNewPlayground({ colorScheme: 'dark' });
    const dark = await background(page);
    expect(Math.max(...dark)).toBeLessThan(80);
    await page.getByTestId('toggle-theme').click();
    expect(Math.min(...(await background(page)))).toBeGreaterThan(200);
    await page.reload();
    await page.getByTestId('composer').waitFor();
    expect(Math.min(...(await background(page)))).toBeGreaterThan(200);
  });

  it('fits a phone: nothing runs over the edge with an answer, a thread, the channels or the traffic open', async () => {
    const visitor = await visitNewPlayground(PHONE);
    const { page } = visitor;
    expect(await overTheEdge(page)).toBe(0);
    await visitor.say('/deport panama');
    await quotes(visitor.fromBot.first());
    expect(await overTheEdge(page)).toBe(0);
    await page.getByTestId('open-drawer').click();
    const channel = page.locator('[data-testid=channel][data-channel-name=border-desk]');
    await channel.waitFor();
    expect(await overTheEdge(page)).toBe(0);
    await channel.click();
    await page.getByRole('main', { name: '#border-desk' }).waitFor();
    await visitor.say('@clipdesk panama');
    await page.getByTestId('thread-link').click();
    await quotes(visitor.repliesFromBot.first());
    expect(await overTheEdge(page)).toBe(0);
    await visitor.sayInThread('Thank you');
    await page.getByText('Thank you').waitFor();
    await page.getByTestId('close-thread').click();
    await page.getByTestId('toggle-traffic').click();
    await page.getByTestId('traffic-pane').waitFor();
    expect(await overTheEdge(page)).toBe(0);
  });
});

/** Presses Tab until an element like that has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

/** Red, green and blue behind the messages. */
async function background(page: Page): Promise<number[]> {
  const colour = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('.channel-pane')).backgroundColor`,
  );
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** By how many pixels something is wider than the window. */
function overTheEdge(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
