import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import type { Services } from '../../src/slack/services.js';
import { allowNoNetwork } from '../support/no-network.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { startTestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, readBlocks } from '../support/wire.js';

const ADMIN = 'U0SAM00004';

describe('Remove', () => {
  let bot: PlaygroundBot;
  beforeEach(async () => {
    bot = await startPlaygroundBot({ admins: [ADMIN] });
  });
  afterEach(() => bot.close());

  const isThere = (person: string, ts: string): boolean =>
    bot.workspace.seenBy(person).messages.some((one) => one.ts === ts && one.from === 'bot');

  it('takes an answer away for whoever asked, and tells anybody else privately why not', async () => {
    const { workspace } = bot;
    await workspace.say('maya', '#newsroom', '@clipdesk panama');
    const answer = await workspace.nextMessage({ from: 'bot', ephemeralTo: null });
    await workspace.press('jonas', answer, ACTIONS.remove);
    const told = await workspace.nextMessage({ from: 'bot', ephemeralTo: 'jonas' });
    expect(readBlocks(told.blocks)).toContain('Only the person who asked for this message');
    expect(isThere('maya', answer.ts)).toBe(true);
    await workspace.press('maya', answer, ACTIONS.remove);
    await expect.poll(() => isThere('maya', answer.ts)).toBe(false);
    expect(isThere('jonas', answer.ts)).toBe(false);
  });

  it('takes away an answer that found nothing, too', async () => {
    const { workspace } = bot;
    await workspace.say('maya', '#newsroom', '@clipdesk zeppelin');
    const answer = await workspace.nextMessage({ from: 'bot', ephemeralTo: null });
    await workspace.press('maya', answer, ACTIONS.remove);
    await expect.poll(() => isThere('maya', answer.ts)).toBe(false);
  });

  it('takes away what one has shared, and the private answer before it', async () => {
    const { workspace } = bot;
    await workspace.say('maya', '#newsroom', '/deport panama');
    const answer = await workspace.nextMessage({ from: 'bot', ephemeralTo: 'maya' });
    await workspace.press('maya', answer, ACTIONS.share);
    const shared = await workspace.nextMessage({ from: 'bot', ephemeralTo: null });
    await workspace.press('maya', shared, ACTIONS.remove);
    await workspace.press('maya', answer, ACTIONS.remove);
    await expect.poll(() => isThere('maya', shared.ts) || isThere('maya', answer.ts)).toBe(false);
  });

  it('takes a digest away for whoever set it up, and for an admin', async () => {
    const { workspace } = bot;
    await workspace.say('maya', '#newsroom', '/deport digest 8:30 daily');
    await workspace.nextMessage({ from: 'bot', ephemeralTo: null });
    const digest = async () => {
      await workspace.say('jonas', '#newsroom', '/deport digest');
      const setting = await workspace.nextMessage({ from: 'bot', ephemeralTo: 'jonas' });
      await workspace.press('jonas', setting, ACTIONS.sendDigest);
      return workspace.nextMessage({ from: 'bot', ephemeralTo: null });
    };
    const first = await digest();
    // Sent at his wish, but set up by her.
    await workspace.press('jonas', first, ACTIONS.remove);
    await workspace.nextMessage({ from: 'bot', ephemeralTo: 'jonas', text: 'Only the person' });
    await workspace.press('maya', first, ACTIONS.remove);
    await expect.poll(() => isThere('maya', first.ts)).toBe(false);
    const second = await digest();
    await workspace.press('sam', second, ACTIONS.remove);
    await expect.poll(() => isThere('maya', second.ts)).toBe(false);
  });

  it('in a direct message needs nobody’s leave', async () => {
    const { workspace } = bot;
    await workspace.say('maya', 'maya', 'panama');
    const answer = await workspace.nextMessage({ channel: 'maya' });
    await workspace.press('maya', answer, ACTIONS.remove);
    await expect.poll(() => isThere('maya', answer.ts)).toBe(false);
  });
});

describe('a message that Remove was pressed on', () => {
  allowNoNetwork();

  const open = { container: { type: 'message', message_ts: '7.7', channel_id: 'C1' } };
  async function posted(askedBy: string | null) {
    let services: Services | undefined;
    const bot = await startTestBot({ change: (opened) => (services = opened) });
    if (!services) throw new Error('no services');
    const { posts } = services;
    const citation = {
      file: 'a.txt',
      paragraph: 1,
      start: 0,
      end: 3,
      fingerprint: 'f',
      words: 'The',
    };
    const post = {
      team: 'T1',
      channel: 'C1',
      ts: '7.7',
      thread: null,
      at: new Date(0),
      body: null,
    };
    await posts.remember({ ...post, askedBy, citations: [citation] });
    return { bot, posts };
  }

  it.each([[{ ok: true }], [{ ok: false, error: 'message_not_found' }]])(
    'is forgotten by the corrections (Slack: %j)',
    async (body) => {
      const { bot, posts } = await posted('U1');
      const deleted = nextCall('chat.delete', { body });
      await bot.press(ACTIONS.remove, 'message', open);
      expect((await deleted).rest).toMatchObject({ channel: 'C1', ts: '7.7' });
      await expect.poll(() => posts.citing(['a.txt'])).toEqual([]);
      await bot.close();
    },
  );

  it('is remembered when Slack does not let it go, and the person is told why', async () => {
    const { bot, posts } = await posted('U1');
    const deleted = nextCall('chat.delete', { body: { ok: false, error: 'cant_delete_message' } });
    const told = nextResponse();
    await bot.press(ACTIONS.remove, 'message', open);
    await deleted;
    expect(readBlocks((await told).blocks)).toContain('does not let me change this message');
    expect(await posts.citing(['a.txt'])).toHaveLength(1);
    await bot.close();
  });

  it('goes by the address of the press where the bot is no member, which stands alone in its body', async () => {
    const { bot } = await posted('U1');
    const deleted = nextCall('chat.delete', { body: { ok: false, error: 'channel_not_found' } });
    const original = nextResponse();
    await bot.press(ACTIONS.remove, 'message', open);
    await deleted;
    expect((await original).rest).toEqual({ delete_original: true });
    await bot.close();
  });

  it('stays where nobody is known to have asked for it', async () => {
    const { bot, posts } = await posted(null);
    const told = nextResponse();
    await bot.press(ACTIONS.remove, 'U1', open);
    expect(readBlocks((await told).blocks)).toContain('I do not know who asked for this message');
    expect(await posts.citing(['a.txt'])).toHaveLength(1);
    await bot.close();
  });
});
