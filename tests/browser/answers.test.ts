import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { objections, quotes, readCitations } from '../support/browser-citations.js';
import { describeInBrowser, visitNewPlayground } from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

/** A question that only paragraph 13 of the first article answers. */
const ASK_FOR_P13 = '/deport "would not accept migrants"';
const P13 =
  'Elsewhere in Latin America, the Panamanian Foreign Ministry said Thursday that the country would not accept migrants of other nationalities who may be deported by the future Trump administration from the United States.';

describeInBrowser('the answer to a command', () => {
  it('is typed with completion and shows passages letter for letter as the file has them, with outlet, date, file and paragraph', async () => {
    const maya = await visitNewPlayground();
    await maya.composer.pressSequentially('/dep');
    expect(await maya.page.getByTestId('completion-item').innerText()).toContain('/deport panama');
    await maya.composer.press('Tab');
    await maya.composer.pressSequentially('panama');
    expect(await maya.composer.inputValue()).toBe('/deport panama');
    await maya.composer.press('Enter');

    const answer = maya.fromBot.first();
    const shown = await readCitations(maya, answer);
    expect(objections(shown, SEEDS)).toEqual([]);
    expect(await quotes(answer)).toHaveLength(3);
    expect(shown).toContainEqual({
      source: '1  CNN · Dec 5, 2024',
      file: '000_cdfc808a8b69da1e.txt',
      text: P13,
      start: 3320,
      end: 3538,
    });
    expect(await answer.innerText()).toContain('Only visible to you');
  });

  it('is noticed when one letter of it changed on its way', async () => {
    const maya = await visitNewPlayground({
      // Everything the page learns has that letter changed: snapshots stand in for the stream.
      before: (page) =>
        page.route('**/playground/events*', async (route) => {
          const state = route.request().url().replace('/playground/events', '/playground/state');
          const told = await (await fetch(state)).text();
          const altered = told.replaceAll('who may be deported', 'who may be reported');
          await route.fulfill({
            contentType: 'text/event-stream',
            body: `retry: 100\ndata: ${altered}\n\n`,
          });
        }),
    });
    await maya.say(ASK_FOR_P13);
    const shown = await readCitations(maya, maya.fromBot.first());
    expect(objections(shown, SEEDS)).toEqual([
      expect.stringMatching(/^000_cdfc808a8b69da1e\.txt 3320–3538: shown .*reported/),
    ]);
  });

  it('keeps double spaces, odd letters and what looks like markup, and rings no bell', async () => {
    const hostile =
      'Alert <!channel> and <@U0MAYA0001> said *bold*  _things_ about R&D :fire: <https://evil.example|click> – “naïve”\u00a0fees & `code` &amp; more.';
    const { dir } = tempFolder({ 'a.txt': `${hostile}\n` });
    const maya = await visitNewPlayground({ corpusDir: dir });
    await maya.say('/deport alert');
    const answer = maya.fromBot.first();
    const shown = await readCitations(maya, answer);
    expect(shown.map(({ text }) => text)).toEqual([hostile]);
    expect(objections(shown, dir)).toEqual([]);
    for (const live of ['blockquote a', 'blockquote em', '.broadcast', '.mention'])
      expect(await answer.locator(live).count()).toBe(0);
    // The word that was asked for is the only one in bold.
    expect(await answer.locator('blockquote strong').allInnerTexts()).toEqual(['Alert']);
  });

  it('says what is known to be wrong with a passage, and that its date is inferred', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport honduras');
    const answer = maya.fromBot.first();
    await quotes(answer);
    const read = await answer.innerText();
    expect(read).toContain('⚠ Known error, wrong name: “Honduran President Xi Jinping”');
    expect(read).toContain('date inferred: Jan 15–17, 2025');
  });

  it('says that nothing was found, and offers no button to share it', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport brexit');
    const answer = maya.fromBot.first();
    await answer.getByText('Nothing found for “brexit”.').waitFor();
    expect(await answer.getByTestId('button').allInnerTexts()).toEqual(['Remove']);
  });
});

describeInBrowser('the buttons of an answer', () => {
  it('Share posts it in the channel with the name of who shared it; a second press says that it is shared', async () => {
    const maya = await visitNewPlayground();
    await maya.say(ASK_FOR_P13);
    const share = maya.fromBot.first().locator('[data-action-id=share_answer]');
    await share.click();
    const shared = maya.fromBot.nth(1);
    await shared.getByText('shared:').waitFor();
    expect(await shared.innerText()).toMatch(/@Maya Ortiz shared:/);
    expect(await shared.locator('blockquote').allInnerTexts()).toEqual([P13]);
    expect(await shared.getByTestId('only-you').count()).toBe(0);
    expect(await shared.locator('[data-action-id=share_answer]').count()).toBe(0);

    await share.click();
    const told = maya.fromBot.nth(2);
    await told.getByText('This answer has been shared already.').waitFor();
    expect(await told.getByTestId('only-you').count()).toBe(1);
  });

  it('More shows the next passages to the person who pressed', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport honduras');
    const first = await readCitations(maya, maya.fromBot.first());
    await maya.fromBot.first().locator('[data-action-id=more_passages]').click();
    const more = maya.fromBot.nth(1);
    const next = await readCitations(maya, more);
    expect(await more.getByTestId('only-you').count()).toBe(1);
    expect(next[0]?.source).toMatch(/^4 {2}/);
    expect(objections(next, SEEDS)).toEqual([]);
    const places = [...first, ...next].map(({ file, start }) => `${file} ${start}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('Open shows the passage among its neighbours with the place in the file, and closes again', async () => {
    const maya = await visitNewPlayground();
    await maya.say(ASK_FOR_P13);
    await maya.fromBot.first().locator('[data-action-id=open_citation]').click();
    await maya.modal.getByText('paragraph 13 of 18').waitFor();
    const paragraphs = readFileSync(path.join(SEEDS, '000_cdfc808a8b69da1e.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(await maya.modal.locator('blockquote').allInnerTexts()).toEqual(
      paragraphs.slice(11, 14),
    );
    await maya.modal.getByTestId('modal-close').click();
    await maya.modal.waitFor({ state: 'detached' });
  });

  it('Open says that the file has these words, and that it does not any more once they were changed', async () => {
    const words = readFileSync(path.join(SEEDS, '000_cdfc808a8b69da1e.txt'), 'utf8');
    const { dir } = tempFolder({ 'story.txt': words });
    const maya = await visitNewPlayground({ corpusDir: dir });
    await maya.say(ASK_FOR_P13);
    const open = maya.fromBot.first().locator('[data-action-id=open_citation]').first();
    await open.click();
    await maya.modal.getByText('The file has these words at this place').waitFor();
    await maya.modal.getByTestId('modal-close').click();
    writeFileSync(
      path.join(maya.archive.folder, 'story.txt'),
      words.replace('would not accept', 'would now accept'),
    );
    await open.click();
    await maya.modal.getByText('The file has changed, and no longer has these words').waitFor();
    expect(await maya.modal.locator('blockquote').first().innerText()).toContain(
      'would now accept',
    );
  });
});
