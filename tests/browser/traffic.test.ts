import { expect, it } from 'vitest';
import { quotes } from '../support/browser-citations.js';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';

/** Mentions the bot and gives the thread in which it answers, the traffic open beside it. */
async function mention(visitor: Visitor): Promise<void> {
  await visitor.say('@clipdesk panama');
  await visitor.page.getByTestId('thread-link').click();
  await quotes(visitor.repliesFromBot.first());
}

/** Asks another thing after all else: whatever the bot still had to say to the first comes before that answer. */
async function repliesAfterAll(visitor: Visitor): Promise<number> {
  await visitor.sayInThread('@clipdesk bahamas');
  await visitor.repliesFromBot.filter({ hasText: '“bahamas”' }).first().waitFor();
  return visitor.repliesFromBot.filter({ hasNotText: '“bahamas”' }).count();
}

describeInBrowser('the traffic', () => {
  it('shows the signed request of a command with its acknowledgement and the time it took, and the answer by response URL', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.getByTestId('toggle-traffic').click();
    await visitor.say('/deport panama');
    const command = visitor.traffic({ title: '/deport panama', outcome: 'ok' });
    expect(await command.innerText()).toMatch(
      /Slack to bot\s+slash command\s+signed[\s\S]*ack 200 in \d+ ms/i,
    );
    await command.getByRole('button').first().click();
    const details = await command.innerText();
    expect(details).toMatch(/x-slack-signature.*v0=[0-9a-f]{64}/s);
    expect(details).toMatch(/command.*\/deport/s);
    const answered = visitor.page.locator('[data-testid=traffic-row][data-kind=response-url]');
    expect(await answered.innerText()).toMatch(/Bot to Slack[\s\S]*200/i);
  });

  it('shows the event of a mention and the Web API call that answers it, the token cut short', async () => {
    const visitor = await visitNewPlayground();
    await visitor.page.getByTestId('toggle-traffic').click();
    await mention(visitor);
    await visitor.traffic({ title: 'app_mention', outcome: 'ok' }).waitFor();
    const call = visitor.traffic({ title: 'chat.postMessage', outcome: 'ok' });
    await call.getByRole('button').first().click();
    const details = await call.innerText();
    expect(details).toMatch(/thread_ts/);
    expect(details).not.toContain('xoxb-playground');
    await visitor.page.getByTestId('clear-traffic').click();
    await visitor.page.getByText('Nothing yet. Send a command').waitFor();
  });
});

// Side by side: most of the time they wait for Slack to be well again.
describeInBrowser('a fault switch', () => {
  it.concurrent(
    '“Answer 429 once”: the bot waits and answers once, and the switch is off again',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      const fault = await visitor.switchFault('rate-limit-once');
      await visitor.page.locator('[data-fault=rate-limit-once][aria-checked=true]').waitFor();
      await mention(visitor);
      const refused = visitor.traffic({ title: 'chat.postMessage', outcome: 'refused' });
      expect(await refused.innerText()).toContain('ratelimited');
      expect(await fault.getAttribute('aria-checked')).toBe('false');
      expect(await repliesAfterAll(visitor)).toBe(1);
    },
  );

  it.concurrent(
    '“Lose the next ack” of a command: Slack says that it failed, the answer comes all the same',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      await visitor.switchFault('lose-ack-once');
      await visitor.say('/deport panama');
      await visitor.page
        .getByTestId('composer-error')
        .getByText('/deport failed with the error "operation_timeout"')
        .waitFor();
      await quotes(visitor.fromBot.first());
      const lost = visitor.traffic({ title: '/deport panama', outcome: 'failed' });
      expect(await lost.innerText()).toContain('the bot answered, and Slack did not hear it');
    },
  );

  it.concurrent(
    '“Lose the next ack” of an event: it comes again as a retry, and is answered once',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      await visitor.switchFault('lose-ack-once');
      await mention(visitor);
      await visitor.traffic({ title: 'app_mention', outcome: 'failed' }).waitFor();
      const again = visitor.traffic({ title: 'app_mention', outcome: 'ok' });
      expect(await again.innerText()).toMatch(/retry 1/i);
      expect(await repliesAfterAll(visitor)).toBe(1);
    },
  );

  it.concurrent(
    '“Send the next event twice”: both are acknowledged, one is answered',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      await visitor.switchFault('send-event-twice');
      await mention(visitor);
      await visitor.traffic({ title: 'app_mention', outcome: 'ok' }).waitFor();
      await visitor
        .traffic({ title: 'app_mention (sent twice by the fault switch)', outcome: 'ok' })
        .waitFor();
      expect(await repliesAfterAll(visitor)).toBe(1);
    },
  );

  it.concurrent(
    '“Expire response URLs”: the answer comes as a direct message, until it is switched off',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      const fault = await visitor.switchFault('expire-response-urls');
      await visitor.say('/deport panama');
      await visitor.page.locator('[data-testid=direct-message].unread').click();
      await quotes(visitor.fromBot.first());
      await visitor.page
        .locator('[data-testid=traffic-row][data-kind=response-url][data-outcome=refused]')
        .first()
        .waitFor();
      await fault.click();
      await visitor.goTo('newsroom');
      expect(await visitor.fromBot.count()).toBe(0);
      await visitor.say('/deport panama');
      await quotes(visitor.fromBot.first());
    },
  );

  it.concurrent(
    '“Slack down for ten seconds”: the bot tries until Slack is back, and answers once',
    async ({ onTestFinished: afterwards }) => {
      const visitor = await visitNewPlayground({ afterwards });
      const fault = await visitor.switchFault('slack-down-10s');
      await visitor.say('@clipdesk panama');
      await visitor.traffic({ title: 'chat.postMessage', outcome: 'refused' }).first().waitFor();
      expect(await fault.getAttribute('aria-checked')).toBe('true');
      const answered = visitor.page.getByTestId('thread-link');
      await answered.click({ timeout: 60_000 });
      await quotes(visitor.repliesFromBot.first());
      expect(await fault.getAttribute('aria-checked')).toBe('false');
      expect(await repliesAfterAll(visitor)).toBe(1);
    },
    90_000,
  );
});
