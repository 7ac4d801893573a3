import { describe, expect, it } from 'vitest';
import { onSnapshot } from '../../../src/playground/page/store/on-snapshot.js';
import {
  createStore,
  type PageState,
  unreadChannels,
} from '../../../src/playground/page/store/store.js';
import type { Snapshot, SlackView } from '../../../src/playground/protocol.js';
import { aChannel, aMessage, aSnapshot } from './a-snapshot.js';

const NOW = 1_700_000_000_000;

/** A page that has had these updates, one after the other. */
function aStore(...updates: Partial<Snapshot>[]) {
  const store = createStore();
  const update = (parts: Partial<Snapshot>) =>
    store.set(onSnapshot(store.get(), { now: NOW, ...parts }, NOW));
  for (const parts of updates) update(parts);
  return { ...store, update };
}
const after = (...updates: Partial<Snapshot>[]): PageState => aStore(...updates).get();

describe('opening the workspace', () => {
  it('goes to the first channel where the bot is', () => {
    const { channels } = aSnapshot();
    expect(after(aSnapshot({ channels: channels.toReversed() })).place).toEqual({
      channel: 'CPOL',
      tab: 'messages',
    });
  });

  it('keeps the place and what was typed when the line was lost and found again', () => {
    const { get, set, update } = aStore(aSnapshot());
    set({
      place: { channel: 'CWORLD', tab: 'messages' },
      drafts: { 'UMAYA/CWORLD': 'half a sen' },
    });
    set({ connection: 'lost' });
    update(aSnapshot());
    expect(get()).toMatchObject({ connection: 'open', place: { channel: 'CWORLD' } });
    expect(get().drafts['UMAYA/CWORLD']).toBe('half a sen');
  });

  it('goes to the other person’s own direct message when somebody else acts', () => {
    const { get, set, update } = aStore(aSnapshot());
    set({ place: { channel: 'DMAYA', tab: 'home' } });
    const [politics, world] = aSnapshot().channels;
    const theirs = aChannel({ id: 'DKEN', kind: 'direct' });
    const channels = [politics, world, theirs].filter((one) => one !== undefined);
    update(aSnapshot({ person: 'UKENJI', channels }));
    expect(get().place).toEqual({ channel: 'DKEN', tab: 'home' });
  });

  it('closes a thread that the next person cannot see', () => {
    const root = aMessage();
    const { get, set, update } = aStore(aSnapshot({ messages: [root] }));
    set({ thread: { channel: 'CPOL', ts: root.ts } });
    update(aSnapshot({ person: 'UKENJI', messages: [] }));
    expect(get().thread).toBeNull();
  });
});

describe('what changes in the workspace', () => {
  it('replaces the parts that came and leaves the others as they are', () => {
    const messages = [aMessage({ at: 1 }), aMessage({ at: 2, text: 'edited', edited: true })];
    const before = aSnapshot();
    const { world } = after(before, { messages });
    expect(world).toEqual({ ...before, messages });
    expect(world?.channels).toBe(before.channels);
  });

  it('waits for a whole snapshot', () => {
    expect(after({ messages: [] }).world).toBeNull();
  });

  it('closes the thread of a message that was removed', () => {
    const root = aMessage({ at: 1 });
    const { get, set, update } = aStore(aSnapshot({ messages: [root] }));
    set({ thread: { channel: 'CPOL', ts: root.ts } });
    update({ messages: [] });
    expect(get().thread).toBeNull();
  });

  it('marks another channel as unread until one looks there', () => {
    const { get, set } = aStore(aSnapshot(), {
      messages: [aMessage({ at: 5, channel: 'CWORLD' })],
    });
    expect([...unreadChannels(get())]).toEqual(['CWORLD']);
    set({ place: { channel: 'CWORLD', tab: 'messages' } });
    expect([...unreadChannels(get())]).toEqual([]);
  });

  it('marks nothing unread that was there before the page, is on the screen, or is one’s own', () => {
    const old = aMessage({ at: -60, channel: 'CWORLD' });
    const shown = aMessage({ at: 1 });
    const own = aMessage({ at: 2, channel: 'CWORLD', user: 'UMAYA' });
    const state = after(aSnapshot({ messages: [old] }), { messages: [old, shown, own] });
    expect([...unreadChannels(state)]).toEqual([]);
  });
});

describe('modals', () => {
  const view: SlackView = {
    id: 'V1',
    type: 'modal',
    callbackId: 'digest',
    title: 'Digest',
    blocks: [],
    hash: '1',
    errors: {},
  };
  const entered = { V1: { b: { a: '08:00' } } };

  it('keep what was entered while the bot changes them', () => {
    const { get, set, update } = aStore(aSnapshot({ modals: [view] }));
    set({ entered });
    update({ modals: [{ ...view, hash: '2' }] });
    expect(get().entered).toEqual(entered);
  });

  it('forget it when they close', () => {
    const { get, set, update } = aStore(aSnapshot({ modals: [view] }));
    set({ entered });
    update({ modals: [] });
    expect(get().entered).toEqual({});
  });
});

describe('the workspace’s clock', () => {
  it('goes on from where it was moved to, and is not moved by how long an update takes', () => {
    expect(after(aSnapshot(), { now: NOW + 3_600_000 }).clockOffset).toBe(3_600_000);
    expect(after(aSnapshot(), { now: NOW - 20 }).clockOffset).toBe(0);
  });
});
