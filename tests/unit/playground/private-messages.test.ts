import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/playground/protocol.js';
import { startSlack } from './support/start-slack.js';

const channel = 'C0NEWSROOM';
const toMaya = { channel, user: 'U0MAYA0001', text: 'for you' };

describe('a private message in a thread', () => {
  it('is not shown before somebody has replied there, though Slack says ok', async () => {
    const { call, workspace } = await startSlack();
    const { ts } = await call('chat.postMessage', { channel, text: 'root' });
    const whisper = { ...toMaya, thread_ts: ts };
    expect(await call('chat.postEphemeral', whisper)).toEqual({
      ok: true,
      message_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    });
    expect(workspace.visibleTo('maya', channel)).toHaveLength(1);
    expect(workspace.traffic().at(-1)).toMatchObject({
      outcome: 'ok',
      note: expect.stringContaining('Slack does not show it'),
    });

    await call('chat.postMessage', { channel, text: 'reply', thread_ts: ts });
    await call('chat.postEphemeral', whisper);
    expect(workspace.visibleTo('maya', channel).map(({ text }) => text)).toEqual([
      'root',
      'reply',
      'for you',
    ]);
  });

  it('is not shown when it comes by a response URL either, unless it is for all', async () => {
    const { call, post, workspace, received } = await startSlack();
    const { ts: thread_ts } = await call('chat.postMessage', { channel, text: 'root' });
    await workspace.say('maya', '#newsroom', '/deport panama');
    const url = String(received.at(-1)?.body['response_url']);
    expect((await post(url, { text: 'private', thread_ts })).status).toBe(200);
    expect(workspace.traffic().at(-1)?.note).toContain('Slack does not show it');
    await post(url, { text: 'open', thread_ts, response_type: 'in_channel' });
    expect(workspace.visibleTo('maya', channel).map(({ text }) => text)).toEqual(['root', 'open']);
  });
});

describe('private messages on a page', () => {
  it('stay as long as it is open, whoever looks, and are gone when it is loaded anew', async () => {
    const { call, workspace } = await startSlack();
    await call('chat.postMessage', { channel, text: 'for all' });
    const texts = (page: string) =>
      workspace.snapshot('U0MAYA0001', { page })?.messages.map(({ text }) => text);
    texts('first');
    await call('chat.postEphemeral', toMaya);
    workspace.snapshot('U0SAM00004', { page: 'first' });
    expect(texts('first')).toEqual(['for all', 'for you']);
    expect(texts('second')).toEqual(['for all']);
    await call('chat.postEphemeral', { ...toMaya, text: 'later' });
    expect(texts('second')).toEqual(['for all', 'later']);
  });

  it('are left out of the state and of the stream alike', async () => {
    const { call, playground } = await startSlack();
    await call('chat.postEphemeral', toMaya);
    const messages = async (path: string): Promise<unknown> => {
      const response = await fetch(`${playground.url}/playground/${path}`);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!text.includes('"now":')) text += (await reader?.read())?.value ?? '';
      await reader?.cancel();
      const snapshot: Snapshot = JSON.parse(/\{.*\}/.exec(text)?.[0] ?? '');
      return snapshot.messages;
    };
    expect(await messages('state?person=U0MAYA0001')).toHaveLength(1);
    expect(await messages('state?person=U0MAYA0001&page=p1')).toEqual([]);
    expect(await messages('events?person=U0MAYA0001&page=p2')).toEqual([]);
  });
});
