import { describe, expect, it } from 'vitest';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const channel = 'C0NEWSROOM';
const maya = 'U0MAYA0001';
const plain = (text: string) => ({ type: 'plain_text', text });
const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
};

describe('the bot’s own messages', () => {
  it('can be changed by it, which is seen as an edit, and deleted', async () => {
    const { call, workspace } = await startSlack();
    const { ts } = await call('chat.postMessage', { channel, text: 'old' });
    expect(await call('chat.update', { channel, ts, text: 'new' })).toMatchObject({
      ok: true,
      ts,
      text: 'new',
    });
    expect(workspace.visibleTo('maya', channel)).toMatchObject([{ text: 'new', edited: true }]);
    expect(await call('chat.delete', { channel, ts })).toEqual({ ok: true, channel, ts });
    expect(workspace.visibleTo('maya', channel)).toEqual([]);
  });

  it('are the only ones that it can change, and private ones are not', async () => {
    const { call, workspace } = await startSlack();
    await workspace.say('maya', channel, 'hers');
    const hers = workspace.visibleTo('maya', channel)[0]?.ts;
    const whisper = await call('chat.postEphemeral', { channel, user: maya, text: 'psst' });
    const change = (method: string, ts: unknown) => call(method, { channel, ts, text: 'x' });
    expect(await change('chat.update', hers)).toMatchObject({ error: 'cant_update_message' });
    expect(await change('chat.delete', hers)).toMatchObject({ error: 'cant_delete_message' });
    expect(await change('chat.update', whisper['message_ts'])).toMatchObject({
      error: 'message_not_found',
    });
    const { ts } = await call('chat.postMessage', { channel, text: 'found' });
    await workspace.do({ kind: 'archive-channel', person: maya, channel, archived: true });
    expect(await change('chat.update', ts)).toMatchObject({ error: 'is_inactive' });
  });
});

describe('an open modal', () => {
  it('can be updated with its id, not by an older hash, and not when it is closed', async () => {
    const { call, workspace, received } = await startSlack();
    const view = (text: string) => ({
      type: 'modal',
      title: plain(text),
      blocks: [{ type: 'section', text: plain(text) }],
    });
    await workspace.say('maya', channel, '/deport digest');
    const trigger_id = received.at(-1)?.body['trigger_id'];
    await call('views.open', { trigger_id, view: view('Loading') });
    const opened = workspace.seenBy('maya').modals[0];
    const update = (args: object) => call('views.update', { view: view('Ready'), ...args });
    const place = { view_id: opened?.id };
    expect(await update({ ...place, hash: opened?.hash })).toMatchObject({ ok: true });
    expect(workspace.seenBy('maya').modals).toMatchObject([{ id: opened?.id, title: 'Ready' }]);
    expect(await update({ ...place, hash: opened?.hash })).toMatchObject({
      error: 'hash_conflict',
    });
    await workspace.do({ kind: 'close-view', person: maya, view: opened?.id ?? '' });
    expect(await update(place)).toMatchObject({ error: 'not_found' });
  });
});

describe('delete_original', () => {
  it('deletes the message whose button was pressed if it stands alone, and nothing for a command', async () => {
    const { call, post, workspace, received } = await startSlack();
    const lastUrl = () => String(received.at(-1)?.body['response_url']);
    const texts = () => workspace.visibleTo('maya', channel).length;
    await call('chat.postEphemeral', { channel, user: maya, blocks: [button] });
    const [message] = workspace.visibleTo('maya', channel);
    if (!message) throw new Error('nothing to press');
    await workspace.press('maya', message, 'more');
    const pressed = lastUrl();
    await post(pressed, { delete_original: true, text: 'and this' });
    expect(texts()).toBe(1);
    expect(workspace.traffic().at(-1)?.note).toContain('nothing was deleted');
    await post(pressed, { delete_original: 'true' });
    expect(texts()).toBe(0);
    await workspace.say('maya', channel, '/deport panama');
    const command = lastUrl();
    await post(command, { text: 'found' });
    await post(command, { delete_original: true });
    expect(texts()).toBe(1);
  });
});

describe('what Slack refuses while a switch is on', () => {
  const on = (fault: 'restricted-action' | 'thread-not-found' | 'messages-tab-disabled') => ({
    kind: 'set-fault' as const,
    fault,
    on: true,
  });

  it('posts in channels, and not direct messages', async () => {
    const { call, workspace } = await startSlack();
    await workspace.do(on('restricted-action'));
    const post = (to: string) => call('chat.postMessage', { channel: to, text: 'x' });
    expect(await post(channel)).toMatchObject({ error: 'restricted_action' });
    expect(await post('D0MAYA0001')).toMatchObject({ ok: true });
  });

  it('direct messages, which a manifest can close too', async () => {
    const { call, workspace } = await startSlack();
    const post = { channel: 'D0MAYA0001', text: 'x' };
    await workspace.do(on('messages-tab-disabled'));
    expect(await call('chat.postMessage', post)).toMatchObject({ error: 'messages_tab_disabled' });
    const closed = testManifest();
    closed.features.app_home.messages_tab_enabled = false;
    expect(
      await (await startSlack({ manifest: closed })).call('chat.postMessage', post),
    ).toMatchObject({ error: 'messages_tab_disabled' });
  });

  it('replies, open and private', async () => {
    const { call, workspace } = await startSlack();
    const { ts } = await call('chat.postMessage', { channel, text: 'root' });
    await workspace.do(on('thread-not-found'));
    const reply = { channel, user: maya, text: 'x', thread_ts: ts };
    for (const method of ['chat.postMessage', 'chat.postEphemeral'])
      expect(await call(method, reply)).toMatchObject({ error: 'thread_not_found' });
  });

  it('modals', async () => {
    const { call, workspace, received } = await startSlack();
    await workspace.do({ kind: 'set-fault', fault: 'expired-trigger-id', on: true });
    await workspace.say('maya', channel, '/deport digest');
    const view = { type: 'modal', title: plain('x'), blocks: [{ type: 'divider' }] };
    const trigger_id = received.at(-1)?.body['trigger_id'];
    expect(await call('views.open', { trigger_id, view })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });
});
