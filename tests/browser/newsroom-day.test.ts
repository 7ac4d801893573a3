import { expect, it, vi } from 'vitest';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';

// A day passes here in seconds, and in more of them on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Lets time pass, by the menu in the top bar. */
async function moveClock(visitor: Visitor, move: 'hour' | 'morning' | 'day'): Promise<void> {
  const clock = visitor.page.getByTestId('clock');
  await clock.click();
  await visitor.page.locator(`[data-move=${move}]`).click();
  await visitor.page.locator('[data-testid=clock]:not([aria-busy])').waitFor({ timeout: 30_000 });
}

async function addSample(visitor: Visitor, sample: string): Promise<void> {
  await visitor.page.getByTestId('open-archive').click();
  await visitor.page.locator(`[data-sample=${sample}]`).click();
  await visitor.page.getByTestId('archive-article').filter({ hasText: 'added here' }).waitFor();
  await visitor.page.getByTestId('archive-close').click();
}

/** The newest message of the bot that holds these words. */
const saying = (visitor: Visitor, words: string) =>
  visitor.fromBot.filter({ hasText: words }).last();

describeInBrowser('a day in the newsroom', () => {
  it('sets a digest up by clicking, moves the clock, and reads the digest', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport digest');
    await saying(maya, 'No digest is set up').locator('[data-action-id=edit_digest]').click();
    await maya.modal.getByText('Time zone').waitFor();
    for (const day of ['Saturday', 'Sunday']) await maya.modal.getByLabel(day).check();
    await maya.modal.locator('[data-block-id=time] input').fill('08:00');
    await maya.modal.locator('[data-block-id=zone] input').fill('Chicagoland');
    await maya.modal.getByTestId('modal-submit').click();
    await maya.modal.getByText('“Chicagoland” is not a time zone').waitFor();
    await maya.modal.locator('[data-block-id=zone] input').fill('America/Chicago');
    await maya.modal.getByTestId('modal-submit').click();
    const confirmed = saying(maya, 'set the daily digest of this channel');
    await confirmed.getByText(/Next: \w+, \w+ \d+, 08:00 C[SD]T/).waitFor();
    expect(await confirmed.innerText()).toContain('@Maya Ortiz');

    await moveClock(maya, 'morning');
    await moveClock(maya, 'hour');
    const digest = saying(maya, 'The first digest of this channel');
    await digest.waitFor();
    const read = await digest.innerText();
    expect(read).toContain('The archive holds 5 articles');
    expect(read).toContain('CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 1');
    expect(await digest.locator('blockquote').count()).toBeGreaterThanOrEqual(5);
  });

  it('sets a watch, drops an article into the archive, and is told of it', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport watch night ferry');
    await saying(maya, 'set a watch here').waitFor();
    await addSample(maya, 'ferry');
    const news = saying(maya, 'New for the watch “night ferry”');
    await news.waitFor();
    expect(await news.innerText()).toContain('Playground Gazette');
    expect(await news.locator('blockquote').first().innerText()).toContain('night ferry');
  });

  it('shares an answer, edits the article, and reads the correction in the thread', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport watch night ferry');
    await saying(maya, 'set a watch here').waitFor();
    await addSample(maya, 'ferry');
    // The bot has noticed it.
    await saying(maya, 'New for the watch').waitFor();
    await maya.say('/deport night ferry since:2020');
    const answer = saying(maya, '“night ferry since:2020”');
    await answer.waitFor();
    await answer.locator('[data-action-id=share_answer]').click();
    const shared = saying(maya, 'shared:');
    await shared.waitFor();

    await maya.page.getByTestId('open-archive').click();
    const row = maya.page.getByTestId('archive-article').filter({ hasText: 'added here' });
    await row.getByTestId('edit-article').click();
    const field = maya.page.getByTestId('article-text');
    await field.fill((await field.inputValue()).replace('from spring', 'from autumn'));
    await maya.page.getByTestId('save-article').click();
    await maya.page.getByTestId('archive-close').click();

    await shared.getByTestId('thread-link').click();
    const correction = maya.repliesFromBot.filter({ hasText: 'Correction:' });
    await correction.waitFor();
    expect(await correction.locator('blockquote').allInnerTexts()).toEqual([
      expect.stringContaining('will run from spring'),
      expect.stringContaining('will run from autumn'),
    ]);
    expect(await correction.locator('s, del').first().innerText()).toContain('spring');
  });
});
