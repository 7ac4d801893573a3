import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import { openNewsroom } from '../support/newsroom.js';
import { quotations, readBlocks } from '../support/wire.js';

describe('the Home tab', () => {
  it('shows the archive, one’s own watches and the digests of the channels', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('maya', '#newsroom', '/deport digest 8:30 daily topic panama');
    await room.hears('#newsroom');
    await workspace.say('maya', '#newsroom', '/deport watch night ferry');
    await room.hears('#newsroom');
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const home = await workspace.nextView('maya', 'home');
    const text = readBlocks(home.blocks);
    expect(text).toContain('Outlets: CNN, The New York Times');
    expect(text).toContain('5 articles');
    expect(text).toContain('“night ferry”');
    expect(text).toContain('08:30 every day, time of America/Chicago · next: ');
    expect(text).toContain('only “panama”');
    expect(JSON.stringify(home.blocks)).toContain('{"type":"channel","channel_id":"C0NEWSROOM"}');

    await room.do({ kind: 'open-home', person: 'U0JONAS002', tab: 'home' });
    const other = readBlocks((await workspace.nextView('jonas', 'home')).blocks);
    expect(other).not.toContain('night ferry');
    expect(other).not.toContain('“panama”');
  });

  it('answers a question from its search box in Messages, and says so', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await room.do({ kind: 'open-home', person: 'U0SAM00004', tab: 'home' });
    const home = await workspace.nextView('sam', 'home');
    await workspace.press('sam', home, ACTIONS.homeSearch, { value: 'panama ministry' });
    const answer = await room.hears('sam');
    expect(quotations(answer.blocks)[0]).toContain('Panama');
    const after = await workspace.nextView('sam', 'home');
    expect(readBlocks(after.blocks)).toContain('The answer to “panama ministry” is in Messages.');
    await workspace.say('sam', 'sam', 'and honduras?', { thread: answer.ts });
    expect(readBlocks((await room.hears('sam')).blocks)).toContain(
      'I looked for: panama ministry · honduras',
    );
  });

  it('removes a watch by its button and is drawn anew', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('maya', 'maya', 'watch tariffs');
    await room.hears('maya');
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const home = await workspace.nextView('maya', 'home');
    await workspace.press('maya', home, ACTIONS.removeWatch);
    const after = await workspace.nextView('maya', 'home');
    expect(readBlocks(after.blocks)).not.toContain('“tariffs”');
  });

  it('edits one’s digest in the form, and says the change in its channel', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('maya', '#newsroom', '/deport digest 8:30 daily');
    await room.hears('#newsroom');
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const home = await workspace.nextView('maya', 'home');
    await workspace.press('maya', home, ACTIONS.editDigest);
    expect(readBlocks(await workspace.nextView('maya', 'modal'))).toContain('One moment');
    const form = await workspace.nextView('maya', 'modal');
    expect(await workspace.submit('maya', form, { time: { time: '09:15' } })).toEqual({ ok: true });
    expect(readBlocks((await room.hears('#newsroom')).blocks)).toContain('09:15 every day');
  });
});

describe('one’s recent questions', () => {
  it('stand on Home, each once and the newest first, for nobody else, and are asked again by a press', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('maya', '#newsroom', '/deport panama <!channel>');
    await room.told('maya');
    for (const text of ['quotes sheinbaum', 'help', 'watches', 'quotes sheinbaum']) {
      await workspace.say('maya', 'maya', text);
      await room.hears('maya');
    }
    await workspace.say('maya', '#newsroom', '@clipdesk bahamas');
    const { threadTs } = await room.hears('#newsroom');
    await workspace.say('maya', '#newsroom', '@clipdesk and honduras?', { thread: threadTs ?? '' });
    await room.hears('#newsroom');
    // What it keeps it keeps once it has answered.
    await workspace.say('maya', 'maya', 'help');
    await room.hears('maya');
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const home = await workspace.nextView('maya', 'home');
    const again = home.blocks.filter(
      ({ type, accessory }) =>
        type === 'section' && JSON.stringify(accessory).includes(ACTIONS.homeSearch),
    );
    expect(again.map(({ text }) => readBlocks([{ text }]))).toEqual([
      '“bahamas”',
      '“quotes sheinbaum”',
      '“panama <!channel>”',
    ]);
    await room.do({ kind: 'open-home', person: 'U0JONAS002', tab: 'home' });
    const other = readBlocks((await workspace.nextView('jonas', 'home')).blocks);
    expect(other).not.toContain('recent questions');

    const blockId = again[1]?.block_id ?? '';
    await workspace.press('maya', home, ACTIONS.homeSearch, { blockId });
    expect(readBlocks((await room.hears('maya')).blocks)).toContain('Sheinbaum');
  });
});

describe('what is set up on Home', () => {
  it('is a watch, in a direct message or in a channel, and Home shows it', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const first = await workspace.nextView('maya', 'home');
    const open = async (home = first) => {
      await workspace.press('maya', home, ACTIONS.newWatch);
      await workspace.nextView('maya', 'modal');
      return workspace.nextView('maya', 'modal');
    };
    const bad = { question: { question: 'since:never' }, channel: { channel: null } };
    expect(await workspace.submit('maya', await open(), bad)).toMatchObject({
      errors: { question: expect.stringContaining('since') },
    });
    await workspace.submit('maya', workspace.seenBy('maya').modals.at(-1) ?? { id: '' }, {
      question: { question: 'night ferry' },
      channel: { channel: null },
    });
    expect(readBlocks((await room.hears('maya')).blocks)).toContain('Watch set: “night ferry”');
    // The refused form is a view of its own.
    await workspace.nextView('maya', 'modal');
    const after = await workspace.nextView('maya', 'home');
    expect(readBlocks(after.blocks)).toContain('“night ferry”');
    expect(readBlocks(after.blocks)).toContain('In a direct message');
    await workspace.submit('maya', await open(after), {
      question: { question: 'day ferry' },
      channel: { channel: 'C0NEWSROOM' },
    });
    expect(readBlocks((await room.hears('#newsroom')).blocks)).toContain(
      'set a watch here: “day ferry”',
    );
  });

  it('is a digest, in a channel that the form asks for', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await room.do({ kind: 'open-home', person: 'U0MAYA0001', tab: 'home' });
    const home = await workspace.nextView('maya', 'home');
    await workspace.press('maya', home, ACTIONS.newDigest);
    await workspace.nextView('maya', 'modal');
    const form = await workspace.nextView('maya', 'modal');
    expect(await workspace.submit('maya', form, { time: { time: '09:15' } })).toMatchObject({
      ok: false,
    });
    await workspace.submit('maya', form, {
      channel: { channel: 'C0NEWSROOM' },
      time: { time: '09:15' },
    });
    expect(readBlocks((await room.hears('#newsroom')).blocks)).toContain('09:15 on weekdays');
    expect(readBlocks((await workspace.nextView('maya', 'home')).blocks)).toContain('09:15 on');
  });
});
