import { describe, expect, it } from 'vitest';
import { startSlack, type TestSlack } from './support/start-slack.js';

const BUTTON = {
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' }, value: 'p1' },
  ],
};

/** The response URL of a `/deport` that Maya typed in #newsroom. */
async function askDeport({ workspace, received }: TestSlack): Promise<string> {
  await workspace.say('maya', '#newsroom', '/deport panama');
  return String(received.at(-1)?.body['response_url']);
}

/** The response URL of a click on More in the last message that Maya sees. */
async function clickMore({ workspace, received }: TestSlack): Promise<string> {
  const message = workspace.visibleTo('maya', '#newsroom').at(-1);
  if (!message) throw new Error('there is no message to click in');
  await workspace.press('maya', message, 'more');
  return String(received.at(-1)?.body['response_url']);
}

describe('answering on a response URL', () => {
  it('is seen by nobody but the person who asked, unless it says in_channel', async () => {
    const slack = await startSlack();
    const url = await askDeport(slack);
    expect((await slack.post(url, { text: 'just you' })).status).toBe(200);
    await slack.post(url, { text: 'everybody', response_type: 'in_channel' });
    const texts = (person: string) =>
      slack.workspace.visibleTo(person, '#newsroom').map((one) => one.text);
    expect(texts('maya')).toEqual(['just you', 'everybody']);
    expect(texts('sam')).toEqual(['everybody']);
  });

  it('works five times; the sixth is answered 404 and shows nothing', async () => {
    const slack = await startSlack();
    const url = await askDeport(slack);
    for (const text of ['1', '2', '3', '4', '5'])
      expect((await slack.post(url, { text })).status).toBe(200);
    const sixth = await slack.post(url, { text: '6' });
    expect(sixth.status).toBe(404);
    expect(await sixth.json()).toEqual({ ok: false, error: 'used_url' });
    expect(slack.workspace.visibleTo('maya', '#newsroom')).toHaveLength(5);
  });

  it('works for thirty minutes and not a moment longer', async () => {
    const slack = await startSlack();
    const url = await askDeport(slack);
    slack.clock.skip(29 * 60_000);
    expect((await slack.post(url, { text: 'in time' })).status).toBe(200);
    slack.clock.skip(2 * 60_000);
    const late = await slack.post(url, { text: 'late' });
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
  });

  it('posts anew when a slash command asks to replace', async () => {
    const slack = await startSlack();
    const url = await askDeport(slack);
    await slack.post(url, { text: 'first' });
    await slack.post(url, { text: 'second', replace_original: true });
    expect(slack.workspace.visibleTo('maya', '#newsroom').map((one) => one.text)).toEqual([
      'first',
      'second',
    ]);
  });

  it('replaces and deletes the private message whose button was clicked', async () => {
    const slack = await startSlack();
    await slack.post(await askDeport(slack), { text: 'one', blocks: [BUTTON] });
    const url = await clickMore(slack);
    await slack.post(url, { text: 'two', replace_original: true, blocks: [BUTTON] });
    const shown = slack.workspace.visibleTo('maya', '#newsroom');
    expect(shown).toMatchObject([{ text: 'two', ephemeralTo: 'U0MAYA0001', edited: false }]);
    await slack.post(await clickMore(slack), { delete_original: true });
    expect(slack.workspace.visibleTo('maya', '#newsroom')).toEqual([]);
  });

  it('refuses blocks that Slack would refuse, and shows nothing', async () => {
    const slack = await startSlack();
    const answer = await slack.post(await askDeport(slack), { blocks: [{ type: 'marquee' }] });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_blocks' });
    expect(slack.workspace.visibleTo('maya', '#newsroom')).toEqual([]);
  });

  it('tells the bot where a private message stands, but not what it says', async () => {
    const slack = await startSlack();
    await slack.post(await askDeport(slack), { text: 'secret', blocks: [BUTTON] });
    await clickMore(slack);
    const { body } = slack.received.at(-1) ?? {};
    expect(body).toMatchObject({
      type: 'block_actions',
      container: { is_ephemeral: true, channel_id: 'C0NEWSROOM' },
      actions: [{ action_id: 'more', value: 'p1', type: 'button' }],
    });
    expect(body).not.toHaveProperty('message');
  });
});
