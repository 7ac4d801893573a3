import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { objections, quotes, readCitations } from '../support/browser-citations.js';
import { describeInBrowser, visitNewPlayground } from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';

const CNN = '000_cdfc808a8b69da1e.txt';
const file = (name: string): string => readFileSync(path.join(SEEDS, name), 'utf8');

describeInBrowser('the words that somebody is quoted with', () => {
  it('stand as printed, by date, each with its place in the file and with who said it', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport quotes sheinbaum');
    const answer = maya.fromBot.first();
    const shown = await readCitations(maya, answer);
    expect(objections(shown, SEEDS)).toEqual([]);
    expect(shown[0]).toMatchObject({ source: '1  CNN · Dec 5, 2024', file: CNN });
    expect(shown.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('incapable of it'),
    );
    expect(await answer.innerText()).toContain('Claudia Sheinbaum');
  });
});

describeInBrowser('a sentence that is checked', () => {
  it('is bold in the sentence it stands in, with whose words they are', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport check "we would be incapable of it"');
    const answer = maya.fromBot.first();
    const [sentence = ''] = await quotes(answer);
    expect(file(CNN)).toContain(sentence);
    expect(await answer.locator('blockquote strong').allInnerTexts()).toEqual([
      'we would be incapable of it',
    ]);
    expect(await answer.innerText()).toContain('Claudia Sheinbaum');
  });

  it('with two words changed shows them: bold as printed, struck out as pasted', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport check "we could be unable of it"');
    const answer = maya.fromBot.first();
    await answer.getByText('2 words differ').waitFor();
    expect(await answer.locator('blockquote strong').allInnerTexts()).toEqual([
      'would',
      'incapable',
    ]);
    expect(await answer.locator('blockquote s, blockquote del').allInnerTexts()).toEqual([
      'could',
      'unable',
    ]);
  });

  it('can be a message’s, from its menu: the words between its quotation marks', async () => {
    const maya = await visitNewPlayground();
    await maya.say('Did she really say “We would be incapable of it” about the border?');
    const message = maya.page.getByTestId('messages').locator('[data-from=person]').last();
    await message.hover();
    await message.getByTestId('message-shortcuts').click();
    await maya.page.getByText('Check this quote', { exact: true }).click();
    const answer = maya.fromBot.first();
    await quotes(answer);
    expect(await answer.locator('blockquote strong').allInnerTexts()).toEqual([
      'we would be incapable of it',
    ]);
  });
});

describeInBrowser('a topic', () => {
  it('by date: the oldest article first, every passage as printed', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport timeline tariffs');
    const answer = maya.fromBot.first();
    const shown = await quotes(answer);
    const texts = [CNN, '001_625a3d29147f48c6.txt', '002_ae9b9f224c647ccd.txt']
      .concat('003_034d1ffa79abd236.txt', '004_103e8cc984b34685.txt')
      .map(file);
    expect(shown.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([]);
    const read = await answer.innerText();
    expect(read.indexOf('Dec 5, 2024 · CNN')).toBeGreaterThan(0);
    expect(read.lastIndexOf('Dec 5, 2024 · CNN')).toBeLessThan(
      read.lastIndexOf('Mar 28–29, 2025 ·'),
    );
  });

  it('in figures: each bold in its sentence, with the place in the file', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport figures migrants');
    const answer = maya.fromBot.first();
    const shown = await readCitations(maya, answer);
    expect(objections(shown, SEEDS)).toEqual([]);
    expect((await answer.locator('blockquote strong').allInnerTexts()).join('\n')).toContain(
      'around 5,200 migrants',
    );
  });
});

describeInBrowser('the sources', () => {
  it('are listed with their dates and what these rest on', async () => {
    const maya = await visitNewPlayground();
    await maya.say('/deport sources');
    const answer = maya.fromBot.first();
    await answer.getByText(CNN).waitFor();
    const read = await answer.innerText();
    expect(read).toContain('after Mr. Trump is sworn in next Monday');
    expect(read).toContain('date inferred: Jan 15–17, 2025');
  });
});
