import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../src/playground/create-workspace.js';
import { driveWorkspace } from '../../support/playground/drive-workspace.js';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

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
    const { ts } = await call('chat.postMessage', { channel: 'C0NEWSROOM', text: 'one' });
    await workspace.nextMessage();
    await workspace.say('maya', '#newsroom', 'reply', { thread: String(ts) });
    const react = { channel: 'C0NEWSROOM', ts: String(ts), name: 'eyes' };
    await workspace.do({ kind: 'react', person: 'U0SAM00004', ...react });
    expect(await workspace.nextMessage()).toMatchObject({ text: 'one', reactions: [{}] });
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
    const workspace = driveWorkspace(
      createWorkspace({
        now: () => 1_700_000_000_000,
        random: () => 0.5,
        after: () => () => undefined,
        manifest: testManifest(),
      }),
    );
    for (const text of ['one', 'two', 'three']) await workspace.say('maya', '#politics', text);
    expect(workspace.visibleTo('maya', '#politics').map((one) => one.ts)).toEqual([
      '1700000000.000000',
      '1700000000.000100',
      '1700000000.000200',
    ]);
  });
});

describe('a message after it was posted', () => {
  it('can be reacted to by people, each once, and the reaction taken back', async () => {
    const { workspace, call } = await startSlack();
    const channel = 'C0NEWSROOM';
    const { ts } = await call('chat.postMessage', { channel, text: 'one' });
    const react = (person: string) =>
      workspace.do({ kind: 'react', person, channel, ts: String(ts), name: 'eyes' });
    await react('U0SAM00004');
    await react('U0MAYA0001');
    await react('U0SAM00004');
    expect(workspace.visibleTo('maya', channel)).toMatchObject([
      { reactions: [{ name: 'eyes', users: ['U0MAYA0001'] }], edited: false },
    ]);
  });
});

describe('what is offered beside the messages', () => {
  it('comes from the manifest, until the bot suggests something else to that person', async () => {
    const scopes = ['chat:write', 'assistant:write'];
    const { workspace, call } = await startSlack({ manifest: testManifest({ scopes }) });
    const prompts = [{ title: 'Today', message: 'what is new' }];
    await call('assistant.threads.setSuggestedPrompts', { channel_id: 'D0SAM00004', prompts });
    expect(workspace.seenBy('sam').prompts.prompts).toEqual(prompts);
    expect(workspace.seenBy('maya').prompts.prompts).toEqual([
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
