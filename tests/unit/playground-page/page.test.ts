import { expect, it } from 'vitest';
import { onSnapshot } from '../../../src/playground/page/store/on-snapshot.js';
import { createPage } from '../../../src/playground/page/page.js';
import { createStore } from '../../../src/playground/page/store/store.js';
import type { Command } from '../../../src/playground/commands.js';
import type { CommandAnswer, Snapshot } from '../../../src/playground/protocol.js';
import { aMessage, aSnapshot } from './a-snapshot.js';

function aPage(answer: CommandAnswer = { ok: true }, change: Partial<Snapshot> = {}) {
  const sent: Command[] = [];
  const store = createStore();
  const send = (command: Command) => {
    sent.push(command);
    return Promise.resolve(answer);
  };
  const update = (parts: Partial<Snapshot>) =>
    store.set(onSnapshot(store.get(), { now: 0, ...parts }, 0));
  update(aSnapshot({ now: 0, ...change }));
  return { page: createPage({ store, send, actAs: () => undefined }), store, sent, update };
}

it('sends what was typed and empties the composer', async () => {
  const { page, store, sent } = aPage();
  page.draft('UMAYA/CPOL', '/deport panama');
  await page.say('CPOL', '/deport panama');
  expect(sent).toEqual([
    { kind: 'send-message', person: 'UMAYA', channel: 'CPOL', text: '/deport panama' },
  ]);
  expect(store.get().drafts).toEqual({});
});

it('puts a refused text back and says why', async () => {
  const { page, store } = aPage({ ok: false, error: '/deport failed.' });
  await page.say('CPOL', '/deport panama');
  expect(store.get().drafts['UMAYA/CPOL']).toBe('/deport panama');
  expect(store.get().refused['UMAYA/CPOL']).toBe('/deport failed.');
});

it('loses nothing that was typed while the refusal was on its way', async () => {
  const { page, store } = aPage({ ok: false, error: 'No.' });
  const saying = page.say('CPOL', 'first');
  page.draft('UMAYA/CPOL', 'next');
  await saying;
  expect(store.get().drafts['UMAYA/CPOL']).toBe('first\nnext');
});

it('works until every answer is there', async () => {
  const { page, store } = aPage();
  const both = [page.say('CPOL', 'one'), page.say('CPOL', 'two')];
  expect(store.get().working).toEqual({ 'say/UMAYA/CPOL': 2 });
  await Promise.all(both);
  expect(store.get().working).toEqual({});
});

it('says aloud that a press failed', async () => {
  const { page, store } = aPage({ ok: false, error: 'No ack in time.' });
  await page.press(aMessage(), 'row', 'share');
  expect(store.get().notice).toBe('No ack in time.');
  expect(store.get().working).toEqual({});
});

it('asks the example where the bot is, and goes there', () => {
  const { page, store, sent } = aPage();
  page.go({ channel: 'CWORLD', tab: 'messages' });
  page.tryThis({
    title: '',
    hint: '',
    action: { do: 'ask-in-thread', question: '@clipdesk hello', followUp: 'and?' },
  });
  expect(store.get().place).toEqual({ channel: 'CPOL', tab: 'messages' });
  expect(sent).toMatchObject([{ kind: 'send-message', channel: 'CPOL', text: '@clipdesk hello' }]);
});

it('opens the thread of the example when it has arrived, with the follow-up ready to send', () => {
  const { page, store, update } = aPage();
  page.tryThis({
    title: '',
    hint: '',
    action: { do: 'ask-in-thread', question: '@clipdesk hello', followUp: 'and then?' },
  });
  const theirs = aMessage({ at: 1, user: 'UKENJI' });
  update({ messages: [theirs] });
  expect(store.get().thread).toBeNull();
  update({ messages: [theirs, aMessage({ at: 2, user: 'UMAYA' })] });
  expect(store.get().thread).toEqual({ channel: 'CPOL', ts: '1700000002.000000' });
  expect(store.get().drafts['UMAYA/CPOL/1700000002.000000']).toBe('and then?');
  expect(store.get().awaitedThread).toBeNull();
});

it('tells the bot each time its place is opened', () => {
  const { page, sent } = aPage();
  page.go({ channel: 'DMAYA', tab: 'home' });
  page.go({ channel: 'CPOL', tab: 'messages' });
  expect(sent).toEqual([{ kind: 'open-home', person: 'UMAYA', tab: 'home' }]);
});

it('follows a link to a message in its thread, and to none that cannot be seen', () => {
  const root = aMessage();
  const reply = aMessage({ at: 1, threadTs: root.ts });
  const { page, store } = aPage({ ok: true }, { messages: [root, reply] });
  expect(page.followLink({ channel: 'CPOL', ts: '1.000000', threadTs: null })).toBe(false);
  expect(page.followLink({ channel: 'CPOL', ts: reply.ts, threadTs: null })).toBe(true);
  expect(store.get()).toMatchObject({ thread: { ts: root.ts }, marked: reply.ts });
});

it('shows the bot’s reasons at the fields of a form', async () => {
  const { page, store } = aPage({ ok: false, errors: { topic: 'Nothing matches.' } });
  await page.submitView({
    id: 'V1',
    type: 'modal',
    callbackId: 'digest',
    title: 'Digest',
    blocks: [],
    hash: '',
    errors: {},
  });
  expect(store.get().viewErrors['V1']).toEqual({ topic: 'Nothing matches.' });
  expect(store.get().notice).toBeNull();
});
