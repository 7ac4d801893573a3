import { expect, it } from 'vitest';
import { objections, readCitations } from '../support/browser-citations.js';
import {
  describeInBrowser,
  visitNewPlayground,
  type Visitor,
} from '../support/browser-playground.js';
import { SEEDS } from '../support/seeds.js';

/** Opens a thread with a question, its answer in it. */
async function threadAbout(question: string): Promise<Visitor> {
  const visitor = await visitNewPlayground();
  await visitor.say(`@clipdesk ${question}`);
  await visitor.page.getByTestId('thread-link').click();
  await visitor.repliesFromBot.first().waitFor();
  return visitor;
}

/** What the bot replies to a further mention in the open thread, as soon as it says that. */
async function replyTo(visitor: Visitor, followUp: string, said: string): Promise<string> {
  const before = await visitor.repliesFromBot.count();
  await visitor.sayInThread(`@clipdesk ${followUp}`);
  const reply = visitor.repliesFromBot.nth(before);
  await reply.getByText(said, { exact: true }).waitFor();
  expect(objections(await readCitations(visitor, reply), SEEDS)).toEqual([]);
  return (await reply.locator('blockquote').allInnerTexts()).join('\n');
}

describeInBrowser('a follow-up in a thread', () => {
  it('is read with the question before it, and says how: another subject, who, when, numbers', async () => {
    const visitor = await threadAbout('panama deportees');
    expect(await visitor.repliesFromBot.first().innerText()).not.toContain('I looked for:');

    const honduras = await replyTo(
      visitor,
      'and honduras?',
      'I looked for: panama deportees · honduras',
    );
    expect(honduras).toMatch(/Hondura/);
    await replyTo(visitor, 'who said it?', 'I looked for: panama deportees · honduras · who');
    await replyTo(visitor, 'when was that?', 'I looked for: panama deportees · honduras · when');
    const bahamas = await replyTo(
      visitor,
      'what about the bahamas?',
      'I looked for: panama deportees · bahamas',
    );
    expect(bahamas).toContain('Bahamas');
    expect(bahamas).not.toContain('Hondura');
  });

  it('is told what the passages just shown do not hold, and is shown no others', async () => {
    const visitor = await threadAbout('panama deportees');
    await replyTo(visitor, 'what about the bahamas?', 'I looked for: panama deportees · bahamas');
    await visitor.sayInThread('@clipdesk any numbers?');
    const reply = visitor.repliesFromBot.nth(2);
    await reply.getByText('I looked for: panama deportees · bahamas · numbers').waitFor();
    expect(await reply.innerText()).toContain('No number of anything');
    expect(await reply.locator('blockquote').count()).toBe(0);
  });

  it('about a subject that no article holds is told so, and quotes nothing of the old one', async () => {
    const visitor = await threadAbout('panama deportees');
    await visitor.sayInThread('@clipdesk and the vatican?');
    const reply = visitor.repliesFromBot.nth(1);
    await reply.getByText('Nothing found for “and the vatican?”.').waitFor();
    expect(await reply.innerText()).toContain('I looked for: panama deportees · vatican');
    expect(await reply.locator('blockquote').count()).toBe(0);
  });

  it('that is a whole new question is read by itself', async () => {
    const visitor = await threadAbout('panama deportees');
    await visitor.sayInThread('@clipdesk what does the Bahamas say about flights');
    const reply = visitor.repliesFromBot.nth(1);
    await reply.locator('blockquote').first().waitFor();
    expect(await reply.innerText()).not.toContain('I looked for:');
  });
});
