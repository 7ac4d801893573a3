import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import { quotations, readBlocks } from '../support/wire.js';
import { openNewsroom, type Newsroom } from '../support/newsroom.js';
import { tempFolder } from '../support/temp-folder.js';

// A day passes here in seconds, and in more of them on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const EVERY_DAY = ['1', '2', '3', '4', '5', '6', '7'];
const FORM = {
  time: { time: '08:30' },
  zone: { zone: 'America/Chicago' },
  days: { days: EVERY_DAY },
  topic: { topic: null },
  quiet: { quiet: 'archive' },
};

/** Sets a digest up in #newsroom in words, in the evening, and hears it confirmed. */
async function setUp(room: Newsroom, words = '8:30 daily chicago'): Promise<void> {
  await room.toEvening();
  await room.workspace.say('maya', '#newsroom', `/deport digest ${words}`);
  await room.hears('#newsroom', 'daily digest');
}

describe('setting a digest up', () => {
  it('is done in a form, which says at its field what is wrong, and is confirmed to all with the next run', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('maya', '#newsroom', '/deport digest');
    const setting = await room.told('maya');
    expect(readBlocks(setting.blocks)).toContain('No digest is set up in this channel.');

    await workspace.press('maya', setting, ACTIONS.editDigest);
    expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain('One moment');
    const form = await workspace.nextView('maya', 'modal');
    expect(JSON.stringify(form.blocks)).toContain('"initial_value":"America/Chicago"');

    const wrong = { ...FORM, zone: { zone: 'Chicagoland' }, topic: { topic: 'since:never' } };
    expect(await workspace.submit('maya', form, wrong)).toMatchObject({
      ok: false,
      errors: {
        zone: expect.stringContaining('“Chicagoland” is not a time zone'),
        topic: expect.stringContaining('since:'),
      },
    });
    expect(await workspace.submit('maya', form, FORM)).toEqual({ ok: true });
    const confirmed = readBlocks((await room.hears('#newsroom')).blocks);
    expect(confirmed).toContain(' set the daily digest of this channel:');
    expect(confirmed).toContain('08:30 every day, time of America/Chicago.');
    expect(confirmed).toMatch(/Next: \w+day, \w+ \d+, 08:30 C[SD]T/);
    expect(workspace.snapshot('U0MAYA0001')?.modals).toEqual([]);
  });

  it('is done in words, in the zone of whoever says them, and says what it did not understand', async () => {
    const room = await openNewsroom();
    await room.workspace.say('jonas', '#newsroom', '/deport digest 8:30 daily');
    expect(readBlocks((await room.hears('#newsroom')).blocks)).toContain(
      '08:30 every day, time of Europe/Berlin.',
    );
    await room.workspace.say('jonas', '#newsroom', '/deport digest half past eight');
    expect(readBlocks((await room.told('jonas')).blocks)).toContain('Expected a time');
  });

  it('is refused where the bot is no member: it says how to let it in, and sends nothing later', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#politics', '/deport digest 8:30 daily');
    expect(readBlocks((await room.told('maya')).blocks)).toContain(
      'Invite me with /invite @clipdesk',
    );
    await room.workspace.say('maya', '#politics', '/deport digest');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('Digest: paused');
  });

  it('is paused, resumed and ended by its buttons, each said to all with who did it', async () => {
    const room = await openNewsroom();
    await setUp(room);
    for (const [action, said] of [
      [ACTIONS.pauseDigest, ' paused the daily digest'],
      [ACTIONS.resumeDigest, ' set the daily digest'],
      [ACTIONS.endDigest, ' switched the daily digest of this channel off'],
    ] as const) {
      await room.workspace.say('sam', '#newsroom', '/deport digest');
      await room.workspace.press('sam', await room.told('sam'), action);
      const message = await room.hears('#newsroom');
      expect(JSON.stringify(message.blocks)).toContain('{"type":"user","user_id":"U0SAM00004"}');
      expect(readBlocks(message.blocks)).toContain(said);
    }
    await room.pass(30);
    expect(room.count('#newsroom', 'The first digest')).toBe(0);
  });
});

describe('the digest of a channel', () => {
  it('comes once on its day, introduces the archive the first time, and says nothing is new the day after', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.pass(25);
    const first = await room.hears('#newsroom', 'The first digest');
    const text = readBlocks(first.blocks);
    expect(text).toContain('The archive holds 5 articles');
    expect(text).toContain('CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt');
    expect(quotations(first.blocks).length).toBeGreaterThanOrEqual(5);
    expect(text).not.toContain('Late:');
    await room.pass(24);
    const quiet = await room.hears('#newsroom', 'Nothing is new or changed');
    expect(readBlocks(quiet.blocks)).toContain('From the archive');
    expect(room.count('#newsroom', 'Digest · ')).toBe(1);
    expect(room.count('#newsroom', 'The first digest')).toBe(1);
  });

  it('is what its preview showed, but for the label', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.workspace.say('maya', '#newsroom', '/deport digest now');
    const preview = await room.told('maya');
    await room.workspace.say('maya', '#newsroom', '/deport digest');
    await room.workspace.press('maya', await room.told('maya'), ACTIONS.sendDigest);
    const sent = await room.hears('#newsroom', 'The first digest');
    const bare = (blocks: readonly object[]): string =>
      JSON.stringify(blocks.map((block) => ({ ...block, block_id: '' }))).replaceAll(
        /"action_id":"[^"]*"|read [^"·]* UTC/g,
        '',
      );
    expect(readBlocks(preview.blocks[0])).toContain('Preview, for you alone');
    expect(bare(preview.blocks.slice(1))).toBe(bare(sent.blocks));
  });

  it('tells of 200 articles in one message, and leads on to what it left out, for the reader alone', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.pass(25);
    await room.hears('#newsroom', 'The first digest');
    await room.do({ kind: 'add-sample', sample: 'flood' });
    await expect.poll(() => heldBy(room), { timeout: 15_000 }).toContain('205 articles');
    await room.pass(24);
    const digest = await room.hears('#newsroom', 'Digest · ');
    expect(readBlocks(digest.blocks)).toContain('200 articles new or changed');
    expect(readBlocks(digest.blocks)).toMatch(/Left out for want of room: \d+ further articles/);
    await room.workspace.press('jonas', digest, ACTIONS.moreDigest);
    const more = await room.told('jonas');
    expect(readBlocks(more.blocks)).toContain('continued');
    const again = new Set(quotations(digest.blocks));
    expect(quotations(more.blocks).filter((quoted) => again.has(quoted))).toEqual([]);
  });

  it('tells of an article replaced twice once, as it stands at last, and of a withdrawn one without its words', async () => {
    const { dir } = tempFolder({
      'harbour.txt': 'The harbour closes at noon.\n',
      'mayor.txt': 'The mayor resigns.\n',
    });
    const room = await openNewsroom({ corpusDir: dir });
    await setUp(room);
    await room.pass(25);
    await room.hears('#newsroom', 'The first digest');
    for (const time of ['one', 'two']) {
      writeFileSync(path.join(room.folder, 'harbour.txt'), `The harbour closes at ${time}.\n`);
      await expect.poll(() => asks(room, 'harbour'), { timeout: 15_000 }).toContain(`at ${time}.`);
    }
    await room.do({ kind: 'write-article', file: 'mayor.txt', text: 'The mayor returns.\n' });
    await room.do({ kind: 'withdraw-article', file: 'mayor.txt', reason: 'Untrue.' });
    await expect.poll(() => asks(room, 'mayor'), { timeout: 15_000 }).toContain('Withdrawn');
    await room.pass(24);
    const digest = await room.hears('#newsroom', 'Digest · ');
    const text = readBlocks(digest.blocks);
    expect(text).toContain('2 articles new or changed');
    expect(text).toContain('Changed  Outlet not stated · date unknown · harbour.txt');
    expect(quotations(digest.blocks)[0]).toBe('The harbour closes at two.');
    expect(text).toContain('Withdrawn: Untrue.');
    expect(JSON.stringify(digest)).not.toContain('returns');
  });

  it('comes in a direct message too, for whoever set it up there', async () => {
    const room = await openNewsroom();
    await room.workspace.say('priya', 'priya', 'digest 8:30 daily');
    expect(readBlocks((await room.hears('priya')).blocks)).toContain('time of Asia/Kolkata');
    await room.pass(25);
    await room.hears('priya', 'The first digest');
  });

  it('is sent at once by Send now, and not a second time by the same button', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.workspace.say('maya', '#newsroom', '/deport digest');
    const setting = await room.told('maya');
    await room.workspace.press('maya', setting, ACTIONS.sendDigest);
    await room.hears('#newsroom', 'The first digest');
    await room.workspace.press('maya', setting, ACTIONS.sendDigest);
    expect(readBlocks((await room.told('maya')).blocks)).toContain('has been sent already');
    expect(room.count('#newsroom', 'The first digest')).toBe(1);
  });

  it('cannot be sent where the bot was taken out: whoever presses is told how to let it in', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.workspace.say('maya', '#newsroom', '/deport digest');
    const setting = await room.told('maya');
    const channel = room.workspace.channelId('#newsroom');
    await room.do({ kind: 'remove-bot', person: 'U0MAYA0001', channel });
    await room.workspace.press('maya', setting, ACTIONS.sendDigest);
    expect(readBlocks((await room.told('maya')).blocks)).toContain(
      'I am not in this channel and cannot post here: no digest was sent.',
    );
  });

  it('is paused when its channel is archived, and whoever set it up is told in a direct message', async () => {
    const room = await openNewsroom();
    await setUp(room);
    const channel = room.workspace.channelId('#newsroom');
    await room.do({ kind: 'archive-channel', person: 'U0JONAS002', channel, archived: true });
    await room.pass(25);
    const notice = await room.hears('maya', 'could not be posted');
    expect(readBlocks(notice.blocks)).toContain(
      'because the channel is archived; unarchive it, or use another channel. I have paused it.',
    );
  });

  it('waits out a 429 and then comes, once', async () => {
    const room = await openNewsroom();
    await setUp(room);
    await room.do({ kind: 'set-fault', fault: 'rate-limit-once', on: true });
    await room.pass(25);
    await room.hears('#newsroom', 'The first digest');
    await room.pass(2);
    expect(room.count('#newsroom', 'The first digest')).toBe(1);
  });
});

/** The answer to a question, as one person reads it. */
async function asks(room: Newsroom, question: string): Promise<string> {
  await room.workspace.say('priya', '#border-desk', `/deport ${question}`);
  return readBlocks((await room.told('priya')).blocks);
}

/** What the archive says of itself. */
async function heldBy(room: Newsroom): Promise<string> {
  await room.workspace.say('priya', '#newsroom', '/deport help');
  return readBlocks((await room.told('priya')).blocks);
}
