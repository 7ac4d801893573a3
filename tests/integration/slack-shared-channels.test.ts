import { describe, expect, it, vi } from 'vitest';
import { ACTIONS } from '../../src/slack/actions.js';
import { openNewsroom, type Newsroom } from '../support/newsroom.js';
import { quotations, readBlocks } from '../support/wire.js';

// A day passes here in seconds, and in more of them on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const POOL = '#canal-pool';

/** What that person alone is told there next. */
async function whisper(room: Newsroom, person: string): Promise<string> {
  return readBlocks((await room.told(person)).blocks);
}

/** Maya opens a channel, and it is told so. */
async function open(room: Newsroom, channel: string): Promise<void> {
  await room.workspace.say('maya', channel, '/deport here share');
  await room.workspace.press('maya', await room.told('maya'), ACTIONS.openChannel);
  await room.hears(channel, 'opened this channel');
}

/** Another organisation is let into a channel, or leaves it. */
function setShared(room: Newsroom, channel: string, shared: boolean): void {
  const id = room.workspace.channelId(channel);
  const found = room.workspace.state.channels.find((one) => one.id === id);
  if (found) found.shared = shared;
}

describe('in a channel that is shared with another organisation', () => {
  it('a member’s mention is answered to nobody: they are told why, and how to have it otherwise', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', POOL, '@clipdesk panama');
    const told = await whisper(room, 'maya');
    expect(told).toContain('People of other organisations are in this channel');
    expect(told).toContain('Ask with /deport and I answer you alone.');
    expect(told).toContain('write /deport here share');
    expect(room.count(POOL, '')).toBe(0);
  });

  it('a member’s command is answered to them alone, and Share, digest and watch are refused', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', POOL, '/deport panama');
    const answer = await room.told('maya');
    expect(quotations(answer.blocks).length).toBeGreaterThan(0);
    for (const refused of [
      () => room.workspace.press('maya', answer, ACTIONS.share),
      () => room.workspace.say('maya', POOL, '/deport digest 8:30 daily'),
      () => room.workspace.say('maya', POOL, '/deport watch night ferry'),
    ]) {
      await refused();
      expect(await whisper(room, 'maya')).toContain('I post nothing of the archive here');
    }
    expect(room.count(POOL, '')).toBe(0);
    await open(room, POOL);
    // What was refused is not counted as done.
    await room.workspace.press('maya', answer, ACTIONS.share);
    expect(quotations((await room.hears(POOL)).blocks).length).toBeGreaterThan(0);
  });

  it('an outsider is answered once a member has opened it, until a member closes it', async () => {
    const room = await openNewsroom();
    const { workspace } = room;
    await workspace.say('noor', POOL, '@clipdesk panama');
    expect(await whisper(room, 'noor')).toContain(
      'Sorry, I only answer people of The Newsroom: what I search is their archive.',
    );

    await workspace.say('maya', POOL, '/deport here share');
    const question = await room.told('maya');
    expect(readBlocks(question.blocks)).toContain('Open this channel?');
    expect(room.count(POOL, '')).toBe(0);
    await workspace.press('maya', question, ACTIONS.openChannel);
    const opened = await room.hears(POOL);
    expect(JSON.stringify(opened.blocks)).toContain('"user_id":"U0MAYA0001"');
    expect(readBlocks(opened.blocks)).toContain(
      'opened this channel. Everyone in this channel, people of other organisations too, may ask the archive',
    );

    await workspace.say('noor', POOL, '@clipdesk honduras');
    const answer = await room.hears(POOL);
    expect(quotations(answer.blocks).length).toBeGreaterThan(0);
    await workspace.press('noor', answer, ACTIONS.more);
    expect(quotations((await room.told('noor')).blocks).length).toBeGreaterThan(0);
    await workspace.say('noor', POOL, '@clipdesk here private');
    expect(await whisper(room, 'noor')).toContain('Sorry, only people of The Newsroom can do that');

    await workspace.say('jonas', POOL, '/deport here private');
    expect(readBlocks((await room.hears(POOL)).blocks)).toContain('closed this channel.');
    await workspace.press('noor', answer, ACTIONS.open);
    await workspace.say('jonas', POOL, '/deport here');
    expect(await whisper(room, 'jonas')).toContain('Closed. People of other organisations are in');
    expect(workspace.visibleTo('noor', POOL).at(-1)?.blocks).not.toContain('identical');
  });

  it('an outsider’s direct message and Home say why there is nothing for them', async () => {
    const room = await openNewsroom();
    await room.workspace.say('noor', 'noor', 'panama');
    expect(readBlocks((await room.hears('noor')).blocks)).toContain('Sorry, I only answer people');
    await room.do({ kind: 'open-home', person: 'U0NOOR0007', tab: 'home' });
    const home = await room.workspace.nextView('noor', 'home');
    expect(readBlocks(home.blocks)).toMatch(
      /^Sorry, I only answer people of The Newsroom.*share\.$/,
    );
  });
});

describe('a channel that comes to be shared', () => {
  it('gets no digest any more, and whoever set it up is told why, and how to have it again', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport digest 8:30 daily');
    await room.hears('#newsroom', 'daily digest');
    setShared(room, '#newsroom', true);
    await room.pass(25);
    const notice = readBlocks((await room.hears('maya')).blocks);
    expect(notice).toContain('because people of other organisations are in the channel');
    expect(notice).toContain('open it with /deport here share; then /deport digest in the channel');
    expect(room.count('#newsroom', 'The first digest')).toBe(0);

    await room.workspace.say('maya', '#newsroom', '/deport digest');
    const setting = await room.told('maya');
    expect(readBlocks(setting.blocks)).toContain('Digest: paused, because people of other');
    await room.workspace.press('maya', setting, ACTIONS.sendDigest);
    expect(await whisper(room, 'maya')).toContain('I post nothing of the archive here');
    await open(room, '#newsroom');
    await room.workspace.press('maya', setting, ACTIONS.resumeDigest);
    await room.hears('#newsroom', 'set the daily digest');
    await room.pass(25);
    await room.hears('#newsroom', 'The first digest');
  });

  it('gets no news of a watch', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport watch night ferry');
    await room.hears('#newsroom', 'set a watch here');
    await room.workspace.say('maya', 'maya', 'watch night ferry');
    await room.hears('maya');
    setShared(room, '#newsroom', true);
    await room.do({ kind: 'add-sample', sample: 'ferry' });
    // The one in the direct message was set after it, and is told after it.
    await room.hears('maya', 'New for the watch');
    expect(room.count('#newsroom', 'New for the watch')).toBe(0);
  });
});

describe('who may change what is set in a channel', () => {
  it('is left to the admins by one of them: others are refused, and may still ask and close', async () => {
    const room = await openNewsroom({ admins: 'U0JONAS002' });
    const { workspace } = room;
    const refused = 'Only the admins of this bot may change that in this channel.';
    await workspace.say('maya', '#newsroom', '/deport here only-admins');
    expect(await whisper(room, 'maya')).toContain(refused);
    await workspace.say('maya', '#newsroom', '/deport digest 8:30 daily');
    await room.hears('#newsroom', 'daily digest');
    await workspace.say('maya', '#newsroom', '/deport digest');
    const buttons = await room.told('maya');
    await workspace.say('jonas', '#newsroom', '/deport watch night ferry');
    await room.hears('#newsroom', 'set a watch here');
    await workspace.say('maya', '#newsroom', '/deport watches');
    const watches = await room.told('maya');

    await workspace.say('jonas', '#newsroom', '/deport here only-admins');
    await room.hears('#newsroom', 'left it to the admins');
    for (const change of [
      () => workspace.say('maya', '#newsroom', '/deport digest off'),
      () => workspace.say('maya', '#newsroom', '/deport corrections off'),
      () => workspace.say('maya', '#newsroom', '/deport here share'),
      () => workspace.say('maya', '#newsroom', '/deport here everyone'),
      () => workspace.press('maya', buttons, ACTIONS.editDigest),
      () => workspace.press('maya', buttons, ACTIONS.sendDigest),
      () => workspace.press('maya', buttons, ACTIONS.pauseDigest),
      () => workspace.press('maya', buttons, ACTIONS.endDigest),
      () => workspace.press('maya', watches, ACTIONS.removeWatch),
    ]) {
      await change();
      expect(await whisper(room, 'maya')).toContain(refused);
    }
    await workspace.say('maya', '#newsroom', '/deport here');
    const here = await room.told('maya');
    expect(JSON.stringify(here.blocks)).toContain('"user_id":"U0JONAS002"');

    await workspace.say('jonas', '#newsroom', '/deport digest off');
    await room.hears('#newsroom', 'switched the daily digest of this channel off');
    await workspace.say('jonas', '#newsroom', '/deport here everyone');
    await room.hears('#newsroom', 'let whoever is in this channel');
    await workspace.press('maya', watches, ACTIONS.removeWatch);
    expect(await whisper(room, 'maya')).toContain('Removed: “night ferry”');
  });

  it('cannot be left to admins where none are named', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#newsroom', '/deport here only-admins');
    expect(await whisper(room, 'maya')).toContain('names them in ADMINS');
  });

  it('opens nothing where the bot is no member, and says how to let it in', async () => {
    const room = await openNewsroom();
    await room.workspace.say('maya', '#politics', '/deport here share');
    await room.workspace.press('maya', await room.told('maya'), ACTIONS.openChannel);
    expect(await whisper(room, 'maya')).toContain('nothing was opened. Invite me');
    await room.workspace.say('maya', '#politics', '/deport here');
    expect(await whisper(room, 'maya')).toContain('Closed.');
  });
});
