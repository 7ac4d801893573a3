import { expect, it } from 'vitest';
import { quotes } from '../support/browser-citations.js';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';

/** Opens the menu of the newest message in the channel and chooses there. */
async function choose({ page }: Visitor, item: string): Promise<void> {
  const newest = page.getByTestId('messages').getByTestId('message').last();
  await newest.hover();
  await newest.getByTestId('message-shortcuts').click();
  await newest.getByTestId(item).click();
}

describeInBrowser('people who are not of the house', () => {
  it('see what they are in, the outsider without the bot’s commands, and are marked for the others', async () => {
    const visitor = await visitNewPlayground();
    const { page } = visitor;
    const places = async () =>
      (await page.getByTestId('channel').allInnerTexts()).map((name) => name.trim().split(/\s/)[0]);
    await visitor.actAs('theo');
    await page.getByRole('main', { name: '#border-desk' }).waitFor();
    expect(await places()).toEqual(['border-desk']);

    await visitor.actAs('noor');
    await page.getByRole('main', { name: '#canal-pool' }).waitFor();
    expect(await places()).toEqual(['canal-pool']);
    expect(await page.getByRole('main').innerText()).toContain('Shared with The Newsroom');
    await visitor.composer.fill('/');
    expect(await page.getByTestId('completion').count()).toBe(0);
    await visitor.say('/deport panama');
    await page.getByTestId('composer-error').getByText('not a valid command').waitFor();
    await visitor.say('good morning');

    await visitor.actAs('maya');
    await visitor.goTo('canal-pool');
    await page.getByTestId('message').getByText('The Harbour Post').waitFor();
  });
});

describeInBrowser('a message of one’s own', () => {
  it('is written with emoji codes, edited and deleted', async () => {
    const visitor = await visitNewPlayground();
    const { page } = visitor;
    await visitor.composer.fill('news from :flag-pan');
    expect(await page.getByTestId('completion').count()).toBe(0);
    await visitor.composer.fill('news from :flag-pa');
    await page.getByTestId('completion').waitFor();
    await visitor.composer.press('Tab');
    expect(await visitor.composer.inputValue()).toBe('news from :flag-pa: ');
    await visitor.composer.press('Enter');
    const message = page.getByTestId('messages').getByTestId('message').last();
    await message.getByTitle(':flag-pa:').waitFor();

    await choose(visitor, 'edit-message');
    const field = page.getByTestId('edit-text');
    expect(await field.inputValue()).toBe('news from :flag-pa:');
    await field.fill('news from @jonas & co');
    await field.press('Enter');
    await message.getByText('(edited)').waitFor();
    expect(await message.innerText()).toContain('news from @Jonas Weber & co');

    await choose(visitor, 'edit-message');
    expect(await field.inputValue()).toBe('news from @jonas & co');
    await field.press('Escape');
    await choose(visitor, 'delete-message');
    await page.getByText('Nothing has been said here yet.').waitFor();
  });

  it('takes a file along, is forwarded, and as a reply is sent to the channel too', async () => {
    const visitor = await visitNewPlayground();
    const { page } = visitor;
    const file = { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') };
    await page.getByTestId('attach-file').first().setInputFiles(file);
    await page.getByTestId('file').getByText('notes.pdf').waitFor();
    await page.getByTestId('send').click();
    await page.getByTestId('message').getByText('notes.pdf').waitFor();

    await visitor.openThread();
    await page.getByTestId('broadcast-reply').check();
    await visitor.sayInThread('for all of you');
    await page.getByTestId('messages').getByText('replied to a thread').waitFor();
    expect(await page.getByTestId('broadcast-reply').isChecked()).toBe(false);

    await choose(visitor, 'forward-message');
    await page.getByTestId('forwarded').getByText('for all of you').waitFor();
  });
});

describeInBrowser('a private message', () => {
  it('is gone when the page is loaded anew, and stays while somebody else is looked over the shoulder', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('/deport panama');
    await quotes(visitor.fromBot.first());
    await visitor.actAs('jonas');
    await visitor.actAs('maya');
    await quotes(visitor.fromBot.first());
    await visitor.page.reload();
    await visitor.page.getByText('Nothing has been said here yet.').waitFor();
    expect(await visitor.fromBot.count()).toBe(0);
  });

  it('into a thread without replies stands in the traffic alone, with the reason', async () => {
    const visitor = await visitNewPlayground();
    const { page, url } = visitor;
    await visitor.say('hello');
    const message = page.getByTestId('messages').getByTestId('message');
    const thread_ts = await message.getAttribute('data-ts');
    await page.getByTestId('toggle-traffic').click();
    await fetch(`${url}/api/chat.postEphemeral`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-playground', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0NEWSROOM', user: 'U0MAYA0001', text: 'psst', thread_ts }),
    });
    const row = visitor.traffic({ title: 'chat.postEphemeral', outcome: 'ok' });
    await row.getByText('Slack does not show it').waitFor();
    expect(await page.getByTestId('message').count()).toBe(1);
    expect(await page.getByTestId('thread-link').count()).toBe(0);
  });
});

describeInBrowser('whoever asks again', () => {
  it('sees the beginning of the new answer, though the one before was longer than the window', async () => {
    const visitor = await visitNewPlayground({ viewport: { width: 1360, height: 560 } });
    const { page, fromBot } = visitor;
    await page.getByTestId('toggle-welcome').click();
    await visitor.say('/deport quotes sheinbaum');
    await fromBot.first().waitFor();
    await visitor.say('/deport panama');
    await fromBot.nth(1).waitFor();
    const list = await page.getByTestId('messages').boundingBox();
    /** How far below the list's upper edge the answer begins, as a part of the list. */
    const start = async () => {
      const answer = await fromBot.nth(1).boundingBox();
      return ((answer?.y ?? Infinity) - (list?.y ?? 0)) / (list?.height ?? 1);
    };
    await expect.poll(start, { timeout: 15_000 }).toBeGreaterThan(-0.01);
    expect(await start()).toBeLessThan(0.5);
    expect(await page.getByTestId('new-messages').count()).toBe(0);
  });
});
