import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import { openNewsroom } from '../support/newsroom.js';
import { tempFolder } from '../support/temp-folder.js';
import { quotations, readBlocks } from '../support/wire.js';

// A day passes here in seconds, and in more of them on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

/** Longer than the archive takes to notice a change. */
const A_WHILE = 4_000;

describe('a watch', () => {
  it('set in a channel tells it of an article that answers, once, with the passage and why', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport watch night ferry');
    const set = await room.hears('#newsroom');
    expect(readBlocks(set.blocks)).toContain('set a watch here: “night ferry”');
    await room.do({ kind: 'add-sample', sample: 'ferry' });
    const news = await room.hears('#newsroom', 'New for the watch');
    expect(readBlocks(news.blocks)).toContain('New for the watch “night ferry”: 1 article');
    expect(readBlocks(news.blocks)).toContain('Playground Gazette');
    expect(quotations(news.blocks)[0]).toContain('night ferry');
    expect(JSON.stringify(news.blocks)).toContain('"user_id":"U0MAYA0001"');
    await room.pass(30);
    expect(room.count('#newsroom', 'New for the watch')).toBe(1);
  });

  it('set in a direct message tells that person there, whatever markup the article holds', async () => {
    const room = await openNewsroom();
    await room.workspace.say('lucia', 'lucia', 'watch lunch town hall');
    expect(readBlocks((await room.hears('lucia')).blocks)).toContain(
      'Watch set: “lunch town hall”',
    );
    await room.do({ kind: 'add-sample', sample: 'markup' });
    const news = await room.hears('lucia', 'New for the watch');
    expect(quotations(news.blocks)[0]).toContain('“<!channel> *lunch* is here, _all_ of it”');
    expect(news.text).not.toContain('<!channel>');
  });

  it('tells of an article under embargo when the embargo ends, and not a word before', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport watch lighthouse testholm');
    await room.hears('#newsroom', 'set a watch here');
    await room.do({ kind: 'add-sample', sample: 'embargo' });
    await sleep(A_WHILE);
    expect(room.count('#newsroom', 'New for the watch')).toBe(0);
    await room.pass(2.1);
    const news = await room.hears('#newsroom', 'New for the watch');
    expect(readBlocks(news.blocks)).toContain('The lighthouse of Testholm');
  });

  it('is listed with those of the channel and one’s own elsewhere, and removed by its button', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport watch night ferry');
    await room.hears('#newsroom');
    await room.workspace.say('maya', 'maya', 'watch tariffs');
    await room.hears('maya');
    await room.workspace.say('maya', '#newsroom', '/deport watches');
    const list = await room.told('maya');
    expect(readBlocks(list.blocks)).toMatch(
      /2 watches“night ferry”In <#C0NEWSROOM> · since .*“tariffs”In a direct message · since /,
    );
    await room.workspace.press('maya', list, ACTIONS.removeWatch);
    expect(readBlocks((await room.told('maya')).blocks)).toContain('Removed: “night ferry”');
    await room.do({ kind: 'add-sample', sample: 'ferry' });
    await sleep(A_WHILE);
    expect(room.count('#newsroom', 'New for the watch')).toBe(0);
  });

  it('is the last of fifty for one person, who is told so and how to make room', async () => {
    const room = await openNewsroom();
    for (let number = 1; number <= 50; number += 1) {
      await room.workspace.say('maya', '#newsroom', `/deport watch bench ${number}`);
      await room.hears('#newsroom', `bench ${number}`);
    }
    await room.workspace.say('maya', '#newsroom', '/deport watch bench 51');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('You have 50 watches');
    await room.workspace.say('maya', '#newsroom', '/deport watches');
    const list = await room.told('maya');
    expect(readBlocks(list.blocks)).toMatch(/^The first \d+ of 50 watches/);
    await room.workspace.press('maya', list, ACTIONS.moreWatches);
    const [, shown = ''] = /^The first (\d+) of/.exec(readBlocks(list.blocks)) ?? [];
    expect(readBlocks((await room.told('maya')).blocks)).toContain(`“bench ${Number(shown) + 1}”`);
  });

  it('is refused without a question, twice the same, and where the bot is no member', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport watch');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('A watch needs a question');
    await room.workspace.say('maya', '#newsroom', '/deport watch night ferry');
    await room.hears('#newsroom');
    await room.workspace.say('jonas', '#newsroom', '/deport watch night ferry');
    expect(readBlocks((await room.told('jonas')).blocks)).toContain('watched here already');
    await room.workspace.say('maya', '#politics', '/deport watch night ferry');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('nothing is watched here');
    await room.workspace.say('maya', '#newsroom', '/deport watch since:never');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('since:');
  });
});

describe('a correction', () => {
  const STORY = 'The harbour closes at noon, the mayor said.\n\nNobody objected.\n';

  async function openWithStory() {
    const { dir } = tempFolder({ 'harbour.txt': STORY });
    const room = await openNewsroom({ corpusDir: dir });
    const file = path.join(room.folder, 'harbour.txt');
    return { room, edit: (text: string) => writeFileSync(file, text), file };
  }

  it('comes into the thread of a shared answer when its words change, with the old and the new', async () => {
    const { room, edit } = await openWithStory();
    await room.workspace.say('maya', '#newsroom', '/deport harbour closes');
    await room.workspace.press('maya', await room.told('maya'), ACTIONS.share);
    const shared = await room.hears('#newsroom', ' shared:');
    edit(STORY.replace('noon', 'dusk'));
    const correction = await room.hears('#newsroom', 'Correction:');
    expect(correction.threadTs).toBe(shared.ts);
    expect(quotations(correction.blocks)).toEqual([
      'The harbour closes at noon, the mayor said.',
      'The harbour closes at dusk, the mayor said.',
    ]);
    expect(readBlocks(correction.blocks)).toContain('harbour.txt · paragraph 1');
  });

  it('says that words stand again when the edit is taken back', async () => {
    const { room, edit } = await openWithStory();
    await room.workspace.say('maya', '#newsroom', '@clipdesk harbour closes');
    await room.hears('#newsroom');
    edit(STORY.replace('noon', 'dusk'));
    await room.hears('#newsroom', 'Correction:');
    edit(STORY);
    const restored = await room.hears('#newsroom', 'stands again');
    expect(quotations(restored.blocks)).toEqual(['The harbour closes at noon, the mayor said.']);
  });

  it('comes for a reply in a thread and for a withdrawal, and not for an edit elsewhere in the file', async () => {
    const { room, edit } = await openWithStory();
    await room.workspace.say('maya', '#newsroom', '@clipdesk harbour closes');
    const reply = await room.hears('#newsroom');
    edit(STORY.replace('Nobody', 'Somebody'));
    await sleep(A_WHILE);
    expect(room.count('#newsroom', 'Correction:')).toBe(0);
    await room.do({ kind: 'withdraw-article', file: 'harbour.txt', reason: 'Retracted.' });
    const correction = await room.hears('#newsroom', 'Correction:');
    expect(correction.threadTs).toBe(reply.threadTs);
    expect(readBlocks(correction.blocks)).toContain('Withdrawn: Retracted.');
  });

  it('is not told of private answers, nor where the channel wants none', async () => {
    const { room, edit } = await openWithStory();
    await room.workspace.say('maya', '#newsroom', '/deport corrections off');
    expect(readBlocks((await room.hears('#newsroom')).blocks)).toContain('Corrections are off');
    await room.workspace.say('maya', '#newsroom', '@clipdesk harbour closes');
    await room.hears('#newsroom');
    await room.workspace.say('sam', '#border-desk', '/deport harbour closes');
    await room.told('sam');
    edit(STORY.replace('noon', 'dusk'));
    await sleep(A_WHILE);
    expect(room.count('#newsroom', 'Correction:')).toBe(0);
    expect(room.count('#border-desk', 'Correction:')).toBe(0);
    await room.workspace.say('maya', '#newsroom', '/deport corrections');
    expect(readBlocks((await room.told('maya')).blocks)).toContain('Corrections are off');
  });

  it('is not to be had for an answer shared where the bot is no member, which is shared none the less', async () => {
    const { room, file } = await openWithStory();
    await room.workspace.say('maya', '#politics', '/deport harbour closes');
    await room.workspace.press('maya', await room.told('maya'), ACTIONS.share);
    const shared = await room.hears('#politics', ' shared:');
    expect(quotations(shared.blocks)).toEqual([readFileSync(file, 'utf8').split('\n')[0]]);
  });
});
