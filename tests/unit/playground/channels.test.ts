import { describe, expect, it } from 'vitest';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const MANIFEST = testManifest({
  scopes: ['chat:write', 'channels:history'],
});
const post = { channel: 'C0NEWSROOM', text: 'hi' };

describe('a channel that is taken from the bot', () => {
  it('refuses its posts once somebody has removed it, and takes them when it is back', async () => {
    const { call, workspace } = await startSlack({ manifest: MANIFEST });
    const command = { kind: 'remove-bot' as const, person: 'U0MAYA0001', channel: 'C0NEWSROOM' };
    expect(await workspace.do(command)).toEqual({ ok: true });
    expect(await call('chat.postMessage', post)).toMatchObject({ error: 'not_in_channel' });
    expect(await workspace.do(command)).toMatchObject({ ok: false });
    await workspace.say('maya', '#newsroom', '/invite @clipdesk');
    expect(await call('chat.postMessage', post)).toMatchObject({ ok: true });
  });

  it('is unknown to it when it is private', async () => {
    const { call, workspace } = await startSlack({ manifest: MANIFEST });
    await workspace.do({ kind: 'remove-bot', person: 'U0MAYA0001', channel: 'C0INVESTIG' });
    expect(await call('chat.postMessage', { ...post, channel: 'C0INVESTIG' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('is closed to everybody when it is archived, and open again after', async () => {
    const { call, workspace } = await startSlack({ manifest: MANIFEST });
    const archive = (archived: boolean) =>
      workspace.do({
        kind: 'archive-channel',
        person: 'U0MAYA0001',
        channel: 'C0NEWSROOM',
        archived,
      });
    await archive(true);
    expect(await call('chat.postMessage', post)).toMatchObject({ error: 'is_archived' });
    expect(await workspace.say('maya', '#newsroom', 'hello?')).toMatchObject({
      ok: false,
      error: 'This channel has been archived: nobody can write in it.',
    });
    await archive(false);
    expect(await call('chat.postMessage', post)).toMatchObject({ ok: true });
  });

  it('is nobody’s to change who is not in it, and a direct message never', async () => {
    const { workspace } = await startSlack();
    for (const channel of ['C0INVESTIG', 'DU0', 'D0MAYA0001', '']) {
      const answer = await workspace.do({ kind: 'remove-bot', person: 'U0JONAS002', channel });
      expect(answer).toMatchObject({ ok: false, error: 'You are not in this channel.' });
    }
    const own = { person: 'U0MAYA0001', channel: workspace.channelId('maya') };
    expect(await workspace.do({ kind: 'remove-bot', ...own })).toMatchObject({ ok: false });
    expect(await workspace.do({ kind: 'archive-channel', archived: true, ...own })).toMatchObject({
      ok: false,
    });
  });
});

describe('what a bot reads back of its messages', () => {
  it('has their metadata if it asks for them', async () => {
    const { call } = await startSlack({ manifest: MANIFEST });
    const metadata = { event_type: 'digest', event_payload: { key: 'digest:1' } };
    await call('chat.postMessage', { ...post, metadata });
    const history = { channel: 'C0NEWSROOM' };
    expect(await call('conversations.history', history)).not.toHaveProperty('messages.0.metadata');
    expect(
      await call('conversations.history', { ...history, include_all_metadata: true }),
    ).toMatchObject({ messages: [{ text: 'hi', metadata }] });
  });
});
