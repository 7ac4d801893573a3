import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { startDesk } from '../../src/keeper/start-desk.js';
import { faults } from '../support/axe.js';
import { describeInBrowser, openInBrowser } from '../support/browser-playground.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';

const PAGE = fileURLToPath(new URL('../../dist/keeper/page', import.meta.url));

const YML = `version: 1
articles:
  # The harbour’s own.
  ferry.txt:
    outlet: The Harbour Post
  talks.txt:
    outlet: The Valley Star
    embargo_until: 2099-01-01T00:00:00Z
  sunk.txt:
    withdrawn: It did not sink.
    colour: blue
`;
const FERRY = 'The ferry ran on Monday.\nIt was <b>late</b>, she said on Tuesday.\n';

type Archive = TempFolder & { readonly url: string; readonly yml: () => string };

async function startNewDesk(more: Record<string, string> = {}): Promise<Archive> {
  const folder = tempFolder({
    'articles.yml': YML,
    'ferry.txt': FERRY,
    'talks.txt': 'The talks end.\n',
    'sunk.txt': 'A boat sank.\n',
    ...more,
  });
  const desk = await startDesk({
    corpusDir: folder.dir,
    port: 0,
    pageDir: PAGE,
    now: () => new Date('2025-01-20T00:00:00Z'),
    unique: 'test',
  });
  onTestFinished(() => desk.stop());
  return { ...folder, url: desk.url, yml: () => readFileSync(folder.at('articles.yml'), 'utf8') };
}

/** Selects words in a paragraph, as a mouse does. */
async function select(page: Page, paragraph: number, words: string): Promise<void> {
  const place = page.locator(`[data-paragraph="${paragraph}"]`);
  await place.evaluate((element, wanted) => {
    const [text] = element.childNodes;
    const start = text?.textContent?.indexOf(wanted) ?? -1;
    if (text && start >= 0)
      element.ownerDocument
        .getSelection()
        ?.setBaseAndExtent(text, start, text, start + wanted.length);
  }, words);
}

const rows = (page: Page) => page.locator('tbody tr');
const save = (page: Page) => page.getByRole('button', { name: 'Save' });

describeInBrowser('the desk', () => {
  it('filters the articles, and marks what the bot hides', async () => {
    const { url } = await startNewDesk(
      Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`more-${at}.txt`, 'More.'])),
    );
    const page = await openInBrowser(url);
    await page.getByText('123 articles').waitFor();
    expect(await rows(page).count()).toBe(100);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await rows(page).count()).toBe(23);
    await page.getByLabel('File name or headline').fill('MORE 11');
    await page.getByText('11 of 123 articles').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Under embargo').check();
    expect(await rows(page).allInnerTexts()).toEqual([
      expect.stringMatching(/^talks\.txt\s+The Valley Star\s+date unknown\s+hidden from the bot$/),
    ]);
    await page.getByLabel('Under embargo').uncheck();
    await page.getByLabel('With faults').check();
    await rows(page).getByText('1 error').click();
    await page
      .getByText('error: articles.yml (sunk.txt colour): is not a key known here')
      .waitFor();
    await page.getByLabel('With faults').uncheck();
    await page.getByLabel('Outlet').selectOption('The Harbour Post');
    await page.getByRole('link', { name: 'ferry.txt' }).click();
    await page.getByText('The ferry ran on Monday.').waitFor();
    // Whoever reads by ear is told where they are.
    await page.locator('h1:focus', { hasText: 'ferry.txt' }).waitFor();
    await page.goBack();
    // As it was left.
    await page.getByText('1 of 123 articles').waitFor();
  });

  it('dates an article by words that were selected, notes a problem, and writes both', async () => {
    const { url, yml } = await startNewDesk();
    const page = await openInBrowser(`${url}/#ferry.txt`);
    await page.getByText('It was <b>late</b>, she said on Tuesday.').waitFor();
    await select(page, 1, 'on Monday');
    await page.getByRole('button', { name: 'Use as evidence' }).click();
    await page.getByLabel('Not before').fill('2025-01-13');
    await page.getByLabel('Not after').fill('2025-01-12');
    await select(page, 2, '<b>late</b>');
    await page.getByRole('button', { name: 'Note a problem' }).click();
    await page.getByLabel('Kind').fill('mark-up');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Read “late”.');
    await save(page).click();
    await page.getByText('Not before: 2025-01-13 lies after latest, 2025-01-12').waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe('earliest');
    expect(yml()).toBe(YML);
    await page.getByLabel('Not after').fill('2025-01-19');
    await page.keyboard.press('Enter');
    await page.getByText('Saved in articles.yml.').waitFor();
    await page.getByText('Readers see: date inferred: Jan 13–19, 2025').waitFor();
    expect(yml()).toMatch(/^version: 1\narticles:\n {2}# The harbour’s own\.\n {2}ferry\.txt:\n/);
    expect(yml()).toContain(`      basis: text
      evidence: on Monday
      paragraph: 1
    problems:
      - paragraph: 2
        text: <b>late</b>
        kind: mark-up
        note: Read “late”.
  talks.txt:`);
  });

  it('shows the second of two pages what the first saved, and puts its changes on top', async () => {
    const { url, yml } = await startNewDesk();
    const [one, other] = [
      await openInBrowser(`${url}/#ferry.txt`),
      await openInBrowser(`${url}/#ferry.txt`),
    ];
    await other.getByLabel('Headline').fill('Ferries late');
    await one.getByLabel('Outlet').fill('The Night Post');
    await save(one).click();
    await one.getByText('Saved in articles.yml.').waitFor();
    await save(other).click();
    await other.getByText('was changed meanwhile, by hand or on another page').waitFor();
    expect(await other.getByLabel('Outlet').inputValue()).toBe('The Night Post');
    expect(yml()).not.toContain('Ferries late');
    await other.getByRole('button', { name: 'Put my changes back in' }).click();
    await save(other).click();
    await other.getByText('Saved in articles.yml.').waitFor();
    expect(yml()).toContain('  ferry.txt:\n    title: Ferries late\n    outlet: The Night Post\n');
  });

  it('asks before what was typed is left', async () => {
    const { url } = await startNewDesk();
    const page = await openInBrowser(`${url}/#ferry.txt`);
    await page.getByLabel('Headline').fill('Ferries late');
    const leave = async (answer: 'accept' | 'dismiss'): Promise<void> => {
      const asked = page.waitForEvent('dialog').then((dialog) => dialog[answer]());
      await page.getByRole('link', { name: 'All articles' }).click();
      await asked;
    };
    await leave('dismiss');
    await page.waitForURL(/#ferry\.txt$/);
    expect(await page.getByLabel('Headline').inputValue()).toBe('Ferries late');
    await leave('accept');
    await rows(page).first().waitFor();
  });

  it.each([
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 400, height: 800 } }],
  ] as const)(
    'has no serious fault for Axe, and nothing wider than the window, %s',
    async (_, options) => {
      const { url } = await startNewDesk();
      const page = await openInBrowser(url, options);
      await rows(page).getByText('1 error').click();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('link', { name: 'talks.txt' }).click();
      await page.getByText('Under embargo: the bot shows nothing of it').waitFor();
      await page.getByRole('button', { name: 'Choose paragraph 1' }).click();
      await page.getByRole('button', { name: 'Use as evidence' }).click();
      await page.getByRole('button', { name: 'Note a problem' }).click();
      await save(page).click();
      await page.getByText('Problem 1, kind: empty; expected words').waitFor();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );
});
