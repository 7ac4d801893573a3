import { describe, expect, it } from 'vitest';
import { startSlack, type TestSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const SHARED = 'C0CANALPOO';
const HOME_TEAM = 'T0NEWSROOM';
const OTHER_TEAM = 'T0HARBOUR1';
const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
};

/** The last thing that the bot was told. */
async function lastTold({ workspace, received }: TestSlack) {
  await workspace.idle();
  return received.at(-1)?.body;
}

describe('a person of another organisation', () => {
  it('sees the shared channel and the bot, and no other channel', async () => {
    const { workspace } = await startSlack();
    expect(workspace.seenBy('noor').channels).toMatchObject([
      { id: SHARED, shared: true },
      { id: 'D0NOOR0007', shared: true },
    ]);
    expect(await workspace.say('noor', '#newsroom', 'hello')).toMatchObject({ ok: false });
  });

  it('is known by the organisation in what they write, in the channel and to the bot alone', async () => {
    const slack = await startSlack();
    for (const channel of ['#canal-pool', 'noor']) {
      await slack.workspace.say('noor', channel, '@clipdesk panama');
      expect(await lastTold(slack)).toMatchObject({
        team_id: HOME_TEAM,
        authorizations: [{ team_id: HOME_TEAM }],
        is_ext_shared_channel: true,
        event: { user_team: OTHER_TEAM, source_team: OTHER_TEAM, team: OTHER_TEAM },
      });
    }
  });

  it('is known by it in what they press', async () => {
    const slack = await startSlack();
    await slack.call('chat.postMessage', { channel: SHARED, blocks: [button] });
    const [message] = slack.workspace.visibleTo('noor', '#canal-pool');
    if (!message) throw new Error('nothing to press');
    await slack.workspace.press('noor', message, 'more');
    expect(await lastTold(slack)).toMatchObject({
      user: { id: 'U0NOOR0007', team_id: OTHER_TEAM },
      team: { id: OTHER_TEAM, domain: 'harbour-post' },
    });
  });

  it('is offered no command and no shortcut, and neither reaches the app', async () => {
    const { workspace, call, received } = await startSlack();
    expect(workspace.seenBy('noor').app).toMatchObject({ commands: [], shortcuts: [] });
    expect(await workspace.say('noor', '#canal-pool', '/deport panama')).toMatchObject({
      error: expect.stringContaining('/deport is not a valid command.'),
    });
    const { ts } = await call('chat.postMessage', { channel: SHARED, text: 'found' });
    const answer = await workspace.do({
      kind: 'shortcut',
      person: 'U0NOOR0007',
      callbackId: 'find',
      channel: SHARED,
      ts: String(ts),
    });
    expect(answer).toMatchObject({ ok: false });
    expect(received).toEqual([]);
  });

  it('can neither bring the bot into a channel nor take it out', async () => {
    const { workspace } = await startSlack();
    const person = 'U0NOOR0007';
    expect(await workspace.do({ kind: 'remove-bot', person, channel: SHARED })).toMatchObject({
      ok: false,
      error: 'Guests and people of other organisations cannot do this to a channel.',
    });
  });

  it('is a stranger only where the bot shares no channel with them', async () => {
    const { call, workspace } = await startSlack();
    const noor = async () => (await call('users.info', { user: 'U0NOOR0007' }))['user'];
    expect(await noor()).toMatchObject({ team_id: OTHER_TEAM, profile: { team: OTHER_TEAM } });
    expect(await noor()).not.toHaveProperty('is_stranger');
    await workspace.do({ kind: 'remove-bot', person: 'U0MAYA0001', channel: SHARED });
    expect(await noor()).toMatchObject({ team_id: OTHER_TEAM, is_stranger: true });
  });
});

describe('a member of the house in a shared channel', () => {
  it('is known by their own organisation; elsewhere nothing is said of it', async () => {
    const slack = await startSlack();
    await slack.workspace.say('maya', '#canal-pool', '@clipdesk panama');
    expect(await lastTold(slack)).toMatchObject({
      is_ext_shared_channel: true,
      event: { user_team: HOME_TEAM, source_team: HOME_TEAM },
    });
    await slack.workspace.say('maya', '#newsroom', '@clipdesk panama');
    const told = await lastTold(slack);
    expect(told).toMatchObject({ is_ext_shared_channel: false, event: { team: HOME_TEAM } });
    expect(told).not.toHaveProperty('event.user_team');
  });
});

describe('a guest', () => {
  it('sees only the channels that they were put into, and is known as one', async () => {
    const { workspace, call } = await startSlack();
    const names = workspace.seenBy('theo').channels.map(({ id }) => id);
    expect(names).toEqual(['C0BORDER01', 'D0THEO0006']);
    expect(await call('users.info', { user: 'U0THEO0006' })).toMatchObject({
      user: { is_restricted: true, team_id: HOME_TEAM },
    });
    expect(await workspace.say('theo', '#border-desk', '/deport panama')).toEqual({ ok: true });
  });
});

describe('conversations.info', () => {
  it('says whether a channel is shared, archived, private, and whether the bot is in it', async () => {
    const scopes = ['channels:read', 'groups:read', 'im:read'];
    const { call } = await startSlack({ manifest: testManifest({ scopes }) });
    const info = async (channel: string) =>
      (await call('conversations.info', { channel }))['channel'];
    expect(await info(SHARED)).toMatchObject({ is_ext_shared: true, is_member: true });
    expect(await info('C0POLITICS')).toMatchObject({ is_ext_shared: false, is_member: false });
    expect(await info('C0INVESTIG')).toMatchObject({ is_private: true, name: 'investigations' });
    expect(await info('D0NOOR0007')).toMatchObject({ is_im: true, user: 'U0NOOR0007' });
  });

  it('needs the scope of the channel’s kind, and knows no private channel without the bot', async () => {
    const { call, workspace } = await startSlack();
    expect(await call('conversations.info', { channel: SHARED })).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:read',
    });
    await workspace.do({ kind: 'remove-bot', person: 'U0MAYA0001', channel: 'C0INVESTIG' });
    expect(await call('conversations.info', { channel: 'C0INVESTIG' })).toMatchObject({
      error: 'channel_not_found',
    });
  });
});
