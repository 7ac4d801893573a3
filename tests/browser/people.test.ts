import { expect, it } from 'vitest';
import { objections, quotes, readCitations } from '../support/browser-citations.js';
import { describeInBrowser, visitNewPlayground } from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';

describeInBrowser('somebody else in the same channel', () => {
  it('does not see an answer to a command, and sees it once it is shared', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('/deport panama');
    await quotes(visitor.fromBot.first());
    await visitor.actAs('jonas');
    await visitor.page.getByText('Nothing has been said here yet.').waitFor();
    expect(await visitor.fromBot.count()).toBe(0);

    await visitor.actAs('maya');
    await visitor.fromBot.first().locator('[data-action-id=share_answer]').click();
    await visitor.fromBot.nth(1).waitFor();
    await visitor.actAs('jonas');
    const shared = visitor.fromBot.first();
    expect(objections(await readCitations(visitor, shared), SEEDS)).toEqual([]);
    expect(await visitor.fromBot.count()).toBe(1);
    expect(await shared.innerText()).toContain('@Maya Ortiz shared:');
  });

  it('sees no trace of a private channel that they are not in', async () => {
    const visitor = await visitNewPlayground();
    await visitor.goTo('investigations');
    await visitor.say('@clipdesk panama');
    await visitor.page.getByTestId('thread-link').waitFor();
    await visitor.actAs('jonas');
    await visitor.page.getByRole('main', { name: '#newsroom' }).waitFor();
    const names = await visitor.page.getByTestId('channel').allInnerTexts();
    expect(names.map((name) => name.trim().replaceAll(/\s+/g, ' '))).toEqual([
      'newsroom',
      'border-desk',
      'politics',
      'canal-pool Shared with The Harbour Post',
    ]);
  });
});

describeInBrowser('a mention', () => {
  it('in a channel is answered in its thread, and a follow-up there is answered there too', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('@clipdesk panama');
    await visitor.page.getByTestId('thread-link').click();
    const answer = visitor.repliesFromBot.first();
    expect(objections(await readCitations(visitor, answer), SEEDS)).toEqual([]);
    expect(await visitor.fromBot.count()).toBe(0);
    expect(await answer.getByTestId('only-you').count()).toBe(0);

    await visitor.sayInThread('@clipdesk bahamas');
    const second = visitor.repliesFromBot.nth(1);
    await second.getByText('“bahamas”').waitFor();
    expect(objections(await readCitations(visitor, second), SEEDS)).toEqual([]);
    expect(await visitor.repliesFromBot.count()).toBe(2);
  });

  it('in somebody else’s thread is answered there, for all who read it', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('Did Panama ever say no?');
    await visitor.actAs('jonas');
    await visitor.openThread();
    await visitor.sayInThread('@clipdesk panama');
    await quotes(visitor.repliesFromBot.first());
    await visitor.actAs('priya');
    await visitor.page.getByTestId('thread-link').click();
    const answer = visitor.repliesFromBot.first();
    expect(objections(await readCitations(visitor, answer), SEEDS)).toEqual([]);
  });

  it('where the bot is no member brings an offer to add it, and is answered once it is there', async () => {
    const visitor = await visitNewPlayground();
    await visitor.goTo('politics');
    await visitor.say('@clipdesk panama');
    await visitor.page.getByTestId('invite-bot').click();
    await visitor.page.getByText('to the channel.').waitFor();
    await visitor.fromBot.first().getByText('/deport panama').waitFor();
    expect(await visitor.page.getByTestId('thread-link').count()).toBe(0);
    await visitor.say('@clipdesk panama');
    await visitor.page.getByTestId('thread-link').click();
    expect((await quotes(visitor.repliesFromBot.first())).join()).toContain('Panama');
  });

  it('of a command in a thread says that Slack has none there, and keeps what was typed', async () => {
    const visitor = await visitNewPlayground();
    await visitor.say('Panama?');
    await visitor.openThread();
    await visitor.sayInThread('/deport panama');
    await visitor.page
      .getByTestId('composer-error')
      .getByText('/deport is not supported in threads. Sorry!')
      .waitFor();
    expect(await visitor.page.getByTestId('thread-composer').inputValue()).toBe('/deport panama');
  });
});

describeInBrowser('a direct message to the bot', () => {
  it('is answered in it, and nobody else has it', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.getByTestId('direct-message').click();
    await visitor.page.getByRole('main', { name: 'Clipdesk' }).waitFor();
    await visitor.say('panama');
    await visitor.page.getByTestId('thread-link').click();
    const answer = visitor.repliesFromBot.first();
    expect(objections(await readCitations(visitor, answer), SEEDS)).toEqual([]);
    await visitor.actAs('jonas');
    await visitor.page.getByText('Nothing has been said here yet.').waitFor();
  });
});

describeInBrowser('the welcome', () => {
  it('sends the command for a newcomer, who sees the answer', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.locator('[data-testid=try][data-try=send]').first().click();
    const answer = visitor.fromBot.first();
    expect(objections(await readCitations(visitor, answer), SEEDS)).toEqual([]);
  });

  it('asks by a mention, opens the thread and leaves a follow-up to send', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.locator('[data-testid=try][data-try=ask-in-thread]').click();
    await quotes(visitor.repliesFromBot.first());
    const followUp = visitor.page.getByTestId('thread-composer');
    expect(await followUp.inputValue()).toMatch(/^@clipdesk \S/);
    await followUp.press('Enter');
    expect(await quotes(visitor.repliesFromBot.nth(1))).not.toEqual([]);
  });

  it('opens the traffic', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.locator('[data-testid=try][data-try=show-traffic]').click();
    await visitor.page.getByRole('heading', { name: 'Make something go wrong' }).waitFor();
    expect(await visitor.page.getByTestId('fault').count()).toBe(9);
  });

  it('once closed stays closed, and comes back when it is asked for', async () => {
    const { page } = await visitNewPlayground();
    await page.getByTestId('close-welcome').click();
    await page.reload();
    await page.getByTestId('composer').waitFor();
    expect(await page.getByTestId('welcome').count()).toBe(0);
    await page.getByTestId('toggle-welcome').click();
    await page.getByTestId('welcome').waitFor();
  });
});
