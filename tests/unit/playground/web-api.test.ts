import { describe, expect, it } from 'vitest';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('what Slack refuses the bot', () => {
  it('refuses a call without a token, with a wrong one, and with the app’s token', async () => {
    const { call, workspace } = await startSlack();
    expect(await call('auth.test', {}, null)).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    const { appToken } = workspace.credentials;
    expect(await call('auth.test', {}, appToken)).toMatchObject({
      error: 'not_allowed_token_type',
    });
    expect(await call('auth.test')).toMatchObject({ ok: true, team_id: workspace.state.team.id });
  });

  it('refuses a method that it does not know and marks it in the traffic', async () => {
    const { call, workspace } = await startSlack();
    expect(await call('chat.postTelegram')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(await call('constructor')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(workspace.traffic()[0]).toMatchObject({
      title: 'chat.postTelegram',
      outcome: 'refused',
    });
  });

  it('names the scope that is missing and those that were granted', async () => {
    const { call, request } = await startSlack({
      manifest: testManifest({ scopes: ['commands'] }),
    });
    expect(await call('chat.postMessage', { channel: 'C0NEWSROOM', text: 'hi' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
    expect((await request('auth.test')).headers.get('x-oauth-scopes')).toBe('commands');
  });

  it('takes 50 blocks and refuses 51, with the place', async () => {
    const { call } = await startSlack();
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    const channel = 'C0NEWSROOM';
    expect(await call('chat.postMessage', { channel, blocks: blocks.slice(1) })).toMatchObject({
      ok: true,
    });
    expect(await call('chat.postMessage', { channel, blocks })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'],
      },
    });
  });

  it('takes a text of 3,000 characters and refuses 3,001, with the place', async () => {
    const { call } = await startSlack();
    const post = (length: number) =>
      call('chat.postMessage', { channel: 'C0NEWSROOM', blocks: [section('x'.repeat(length))] });
    expect(await post(3_000)).toMatchObject({ ok: true });
    expect(await post(3_001)).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      },
    });
  });

  it('refuses blocks that are too long together, a text that is too long, and silence', async () => {
    const { call } = await startSlack();
    const post = (content: object) =>
      call('chat.postMessage', { channel: 'C0NEWSROOM', ...content });
    const long = Array.from({ length: 5 }, () => section('x'.repeat(2_700)));
    expect(await post({ blocks: long })).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(await post({ text: 'x'.repeat(40_001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await post({})).toMatchObject({ error: 'no_text' });
    expect(await post({ blocks: '{not json' })).toMatchObject({ error: 'invalid_blocks_format' });
  });

  it('lets the bot speak only where it is a member, and only of channels that it may know', async () => {
    const { call } = await startSlack();
    const post = (channel: string) => call('chat.postMessage', { channel, text: 'hi' });
    expect(await post('C0POLITICS')).toMatchObject({ error: 'not_in_channel' });
    expect(await post('C404')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('C0BORDER01')).toMatchObject({ ok: true, channel: 'C0BORDER01' });
    expect(await post('U0MAYA0001')).toMatchObject({ ok: true, channel: 'D0MAYA0001' });
  });

  it('whispers only to members, and only the addressed person hears it', async () => {
    const { call, workspace } = await startSlack();
    const whisper = (user: string) =>
      call('chat.postEphemeral', { channel: 'C0INVESTIG', user, text: 'for you' });
    expect(await whisper('U0JONAS002')).toMatchObject({ error: 'user_not_in_channel' });
    expect(await whisper('U0SAM00004')).toMatchObject({ ok: true });
    expect(workspace.visibleTo('sam', '#investigations')).toHaveLength(1);
    expect(workspace.visibleTo('maya', '#investigations')).toHaveLength(0);
  });

  it('refuses a reply in a thread that does not exist, and joins a reply to the right thread', async () => {
    const { call, workspace } = await startSlack();
    const channel = 'C0NEWSROOM';
    const post = (thread_ts: unknown) =>
      call('chat.postMessage', { channel, text: 'reply', thread_ts });
    expect(await post('1.000001')).toMatchObject({ error: 'thread_not_found' });
    const root = await call('chat.postMessage', { channel, text: 'root' });
    const reply = await post(root['ts']);
    await post(reply['ts']);
    const [first, , third] = workspace.visibleTo('maya', channel);
    expect(third?.threadTs).toBe(root['ts']);
    expect(first).toMatchObject({ replyCount: 2, latestReply: third?.ts });
  });

  it('fills in block ids, action ids and a ts of its own for each message', async () => {
    const { call, workspace } = await startSlack();
    const button = { type: 'button', text: { type: 'plain_text', text: 'More' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    const first = await call('chat.postMessage', { channel: 'C0NEWSROOM', blocks });
    const second = await call('chat.postMessage', { channel: 'C0NEWSROOM', text: 'x' });
    expect(first['ts']).toMatch(/^\d{10}\.\d{6}$/);
    expect(Number(second['ts'])).toBeGreaterThan(Number(first['ts']));
    const [shown] = workspace.visibleTo('maya', '#newsroom');
    expect(shown?.blocks[0]).toMatchObject({
      block_id: expect.stringMatching(/.{5}/),
      elements: [{ action_id: expect.stringMatching(/.{5}/) }],
    });
  });

  it('reads channels only with the history scope of their kind', async () => {
    const manifest = testManifest({ scopes: ['chat:write', 'channels:history'] });
    const { call, workspace } = await startSlack({ manifest });
    await workspace.say('maya', '#newsroom', 'one & two');
    expect(await call('conversations.history', { channel: 'C0NEWSROOM' })).toMatchObject({
      ok: true,
      messages: [{ text: 'one &amp; two', user: 'U0MAYA0001' }],
    });
    expect(await call('conversations.history', { channel: 'C0INVESTIG' })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
    });
  });

  it('tells a workflow from another bot', async () => {
    const { call } = await startSlack();
    expect(await call('bots.info', { bot: 'B0WORKFLOW' })).toMatchObject({
      bot: { is_workflow_bot: true },
    });
    expect(await call('bots.info', { bot: 'B0CLIPDESK' })).toMatchObject({
      bot: { is_workflow_bot: false },
    });
    expect(await call('bots.info', { bot: 'B404' })).toMatchObject({ error: 'bot_not_found' });
  });

  it('knows each person’s time zone, with its offset at the present', async () => {
    const { call } = await startSlack();
    expect(await call('users.info', { user: 'U0PRIYA003' })).toMatchObject({
      user: { tz: 'Asia/Kolkata', tz_offset: 19_800, name: 'priya' },
    });
    expect(await call('users.info', { user: 'U404' })).toMatchObject({ error: 'user_not_found' });
  });
});
