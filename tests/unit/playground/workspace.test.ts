import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../src/playground/create-workspace.js';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const agent = testManifest({
  scopes: ['chat:write', 'assistant:write', 'reactions:write'],
  events: ['reaction_added'],
});

describe('waiting for what a person would see', () => {
  it('hands out each message once, in order, also those that came before', async () => {
    const { workspace, call } = await startSlack();
    const post = (text: string) => call('chat.postMessage', { channel: 'C0NEWSROOM', text });
    await post('one');
    await post('two');
    expect((await workspace.nextMessage()).text).toBe('one');
    expect((await workspace.nextMessage({ text: /^t/ })).text).toBe('two');
    const third = workspace.nextMessage({ channel: '#newsroom' });
    await post('three');
    expect((await third).text).toBe('three');
  });

  it('hands out a message again when it was changed, not when somebody replied', async () => {
    const { workspace, call } = await startSlack();
    const channel = 'C0NEWSROOM';
    const { ts } = await call('chat.postMessage', { channel, text: 'one' });
    await workspace.nextMessage();
    await workspace.say('maya', '#newsroom', 'reply', { thread: String(ts) });
    await call('chat.update', { channel, ts, text: 'changed' });
    expect(await workspace.nextMessage()).toMatchObject({ text: 'changed', edited: true });
  });

  it('says what came instead when nothing fits in time', async () => {
    const { workspace, call, clock } = await startSlack();
    await call('chat.postMessage', { channel: 'C0NEWSROOM', text: 'something else' });
    const waiting = workspace.nextMessage({ text: 'panama' }, { timeoutMs: 1_000 });
    clock.skip(1_000);
    await expect(waiting).rejects.toThrow(
      'No such message within 1000 ms. Unclaimed:\n- C0NEWSROOM bot: something else',
    );
  });

  it('knows people and channels by name, and says which name is wrong', async () => {
    const { workspace } = await startSlack();
    expect(workspace.channelId('maya')).toBe('D0MAYA0001');
    expect(() => workspace.personId('clark')).toThrow('There is no person called clark.');
    expect(() => workspace.channelId('#sports')).toThrow('sports');
  });
});

describe('the number of a message', () => {
  it('is later than the one before, even while the clock stands still', async () => {
    const workspace = createWorkspace({
      now: () => 1_700_000_000_000,
      random: () => 0.5,
      after: () => () => undefined,
    });
    for (const text of ['one', 'two', 'three']) await workspace.say('maya', '#politics', text);
    expect(workspace.visibleTo('maya', '#politics').map((one) => one.ts)).toEqual([
      '1700000000.000000',
      '1700000000.000100',
      '1700000000.000200',
    ]);
  });
});

describe('a message after it was posted', () => {
  it('keeps its blocks when only the text is updated, and loses them for an empty list', async () => {
    const { workspace, call } = await startSlack();
    const channel = 'C0NEWSROOM';
    const blocks = [{ type: 'divider' }];
    const { ts } = await call('chat.postMessage', { channel, text: 'one', blocks });
    await call('chat.update', { channel, ts, text: 'two' });
    expect(workspace.visibleTo('sam', channel)).toMatchObject([{ text: 'two', blocks }]);
    await call('chat.update', { channel, ts, text: 'two', blocks: [] });
    expect(workspace.visibleTo('sam', channel)[0]?.blocks).toEqual([]);
  });

  it('has a link that opens it in the playground', async () => {
    const { call, playground } = await startSlack();
    const channel = 'C0NEWSROOM';
    const { ts } = await call('chat.postMessage', { channel, text: 'one' });
    expect(await call('chat.getPermalink', { channel, message_ts: ts })).toMatchObject({
      permalink: `${playground.url}/archives/C0NEWSROOM/p${String(ts).replace('.', '')}`,
    });
  });

  it('can be reacted to by people and by the bot, each once', async () => {
    const { workspace, call, received } = await startSlack({ manifest: agent });
    const channel = 'C0NEWSROOM';
    const { ts } = await call('chat.postMessage', { channel, text: 'one' });
    const react = { channel, ts: String(ts), name: 'eyes' };
    await workspace.do({ kind: 'react', person: 'U0SAM00004', ...react });
    const byBot = () => call('reactions.add', { channel, timestamp: ts, name: 'eyes' });
    expect(await byBot()).toMatchObject({ ok: true });
    expect(await byBot()).toMatchObject({ error: 'already_reacted' });
    expect(workspace.visibleTo('maya', channel)[0]?.reactions).toEqual([
      { name: 'eyes', users: ['U0SAM00004', 'U0CLIPDESK'] },
    ]);
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([{ type: 'reaction_added' }]);
  });
});

describe('the agent’s own ways', () => {
  it('shows a status until the bot answers in that thread', async () => {
    const { workspace, call } = await startSlack({ manifest: agent });
    await workspace.say('maya', 'maya', 'panama?');
    const thread_ts = workspace.visibleTo('maya', 'maya')[0]?.ts;
    const where = { channel_id: 'D0MAYA0001', thread_ts, status: 'is looking…' };
    await call('assistant.threads.setStatus', where);
    expect(workspace.snapshot('U0MAYA0001')?.statuses).toMatchObject([{ status: 'is looking…' }]);
    expect(workspace.snapshot('U0SAM00004')?.statuses).toEqual([]);
    await call('chat.postMessage', { channel: 'D0MAYA0001', thread_ts, text: 'found' });
    expect(workspace.snapshot('U0MAYA0001')?.statuses).toEqual([]);
  });

  it('suggests what the manifest suggests, until the bot suggests something else to that person', async () => {
    const { workspace, call } = await startSlack({ manifest: agent });
    const prompts = [{ title: 'Today', message: 'what is new' }];
    await call('assistant.threads.setSuggestedPrompts', { channel_id: 'D0SAM00004', prompts });
    expect(workspace.snapshot('U0SAM00004')?.prompts.prompts).toEqual(prompts);
    expect(workspace.snapshot('U0MAYA0001')?.prompts.prompts).toEqual([
      { title: 'Panama', message: 'panama' },
    ]);
  });
});

describe('the traffic', () => {
  it('keeps the last 500 entries and can be cleared', async () => {
    const { workspace } = await startSlack();
    for (let call = 1; call <= 501; call += 1)
      workspace.callApi({
        method: `call.${call}`,
        headers: {},
        query: new URLSearchParams(),
        raw: '',
      });
    expect(workspace.traffic()).toHaveLength(500);
    expect(workspace.traffic()[0]?.title).toBe('call.2');
    await workspace.do({ kind: 'clear-traffic' });
    expect(workspace.traffic()).toEqual([]);
  });
});
