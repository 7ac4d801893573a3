import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/playground/page/reduce.js';
import { emptyState, type Action, type PageState } from '../../../src/playground/page/state.js';
import { unreadChannels } from '../../../src/playground/page/unread.js';
import type { ServerEvent, View } from '../../../src/playground/protocol.js';
import { aChannel, aMessage, aSnapshot } from './a-snapshot.js';

const after = (...actions: Action[]): PageState => actions.reduce(reduce, emptyState);
const said = (event: ServerEvent): Action => ({ type: 'server', event, at: 1_700_000_000_000 });
const opened = (change = {}) => said({ type: 'snapshot', snapshot: aSnapshot(change) });

describe('opening the workspace', () => {
  it('goes to the first channel where the bot is', () => {
    const { channels } = aSnapshot();
    expect(after(opened({ channels: channels.toReversed() })).place).toEqual({
      channel: 'CPOL',
      tab: 'messages',
    });
  });

  it('keeps the place and what was typed when the line was lost and found again', () => {
    const state = after(
      opened(),
      { type: 'go', place: { channel: 'CWORLD', tab: 'messages' } },
      { type: 'draft', composer: 'UMAYA/CWORLD', text: 'half a sen' },
      { type: 'connection', connection: 'lost' },
      opened(),
    );
    expect(state).toMatchObject({ connection: 'open', place: { channel: 'CWORLD' } });
    expect(state.drafts['UMAYA/CWORLD']).toBe('half a sen');
  });

  it('goes to the other person’s own direct message when somebody else acts', () => {
    const { channels } = aSnapshot();
    const state = after(
      opened(),
      { type: 'go', place: { channel: 'DMAYA', tab: 'home' } },
      opened({
        person: 'UKENJI',
        channels: [...channels.slice(0, 2), aChannel({ id: 'DKEN', kind: 'direct' })],
      }),
    );
    expect(state.place).toEqual({ channel: 'DKEN', tab: 'home' });
  });

  it('closes a thread that the next person cannot see', () => {
    const root = aMessage();
    const state = after(
      opened({ messages: [root] }),
      { type: 'open-thread', thread: { channel: 'CPOL', ts: root.ts } },
      opened({ person: 'UKENJI', messages: [] }),
    );
    expect(state.thread).toBeNull();
  });
});

describe('messages as they come', () => {
  it('stand in the order of their time, each once', () => {
    const state = after(
      opened({ messages: [aMessage({ at: 1 }), aMessage({ at: 3 })] }),
      said({ type: 'message', message: aMessage({ at: 2 }) }),
      said({ type: 'message', message: aMessage({ at: 3, text: 'edited', edited: true }) }),
    );
    expect(state.world?.messages.map(({ text }) => text)).toEqual(['hello', 'hello', 'edited']);
  });

  it('go when they are removed, and their thread closes', () => {
    const root = aMessage({ at: 1 });
    const state = after(
      opened({ messages: [root] }),
      { type: 'open-thread', thread: { channel: 'CPOL', ts: root.ts } },
      said({ type: 'message-removed', channel: 'CPOL', ts: root.ts }),
    );
    expect(state.world?.messages).toEqual([]);
    expect(state.thread).toBeNull();
  });

  it('mark another channel as unread until one looks there', () => {
    const there = said({ type: 'message', message: aMessage({ at: 5, channel: 'CWORLD' }) });
    expect([...unreadChannels(after(opened(), there))]).toEqual(['CWORLD']);
    const looked = after(opened(), there, {
      type: 'go',
      place: { channel: 'CWORLD', tab: 'messages' },
    });
    expect([...unreadChannels(looked)]).toEqual([]);
  });

  it('mark nothing unread that was there before the page, is on the screen, or is one’s own', () => {
    const state = after(
      opened({ messages: [aMessage({ at: -60, channel: 'CWORLD' })] }),
      said({ type: 'message', message: aMessage({ at: 1 }) }),
      said({ type: 'message', message: aMessage({ at: 2, channel: 'CWORLD', user: 'UMAYA' }) }),
    );
    expect([...unreadChannels(state)]).toEqual([]);
  });
});

describe('the composer', () => {
  it('gets a refused text back with the reason', () => {
    const state = after(
      opened(),
      { type: 'draft', composer: 'UMAYA/CPOL', text: 'hello' },
      { type: 'sent', composer: 'UMAYA/CPOL' },
      { type: 'refused', composer: 'UMAYA/CPOL', text: 'hello', why: 'You are not in here.' },
    );
    expect(state.drafts['UMAYA/CPOL']).toBe('hello');
    expect(state.refused['UMAYA/CPOL']).toBe('You are not in here.');
  });

  it('loses nothing that was typed while the refusal was on its way', () => {
    const state = after(
      opened(),
      { type: 'sent', composer: 'UMAYA/CPOL' },
      { type: 'draft', composer: 'UMAYA/CPOL', text: 'next' },
      { type: 'refused', composer: 'UMAYA/CPOL', text: 'first', why: 'No.' },
    );
    expect(state.drafts['UMAYA/CPOL']).toBe('first\nnext');
  });

  it('works until every answer is there', () => {
    const what = 'say/UMAYA/CPOL';
    const two: Action[] = [
      { type: 'working', what, by: 1 },
      { type: 'working', what, by: 1 },
      { type: 'working', what, by: -1 },
    ];
    expect(after(...two).working).toEqual({ [what]: 1 });
    expect(after(...two, { type: 'working', what, by: -1 }).working).toEqual({});
  });
});

describe('a question of the welcome card', () => {
  it('opens its thread when it arrives, with the follow-up ready to send', () => {
    const state = after(
      opened(),
      { type: 'await-thread', channel: 'CPOL', after: '1700000000.000000', followUp: 'and then?' },
      said({ type: 'message', message: aMessage({ at: 1, user: 'UKENJI' }) }),
      said({ type: 'message', message: aMessage({ at: 2, user: 'UMAYA' }) }),
    );
    expect(state.thread).toEqual({ channel: 'CPOL', ts: '1700000002.000000' });
    expect(state.drafts['UMAYA/CPOL/1700000002.000000']).toBe('and then?');
    expect(state.awaitedThread).toBeNull();
  });
});

describe('modals', () => {
  const view: View = {
    id: 'V1',
    type: 'modal',
    callbackId: 'digest',
    title: 'Digest',
    blocks: [],
    hash: '1',
    errors: {},
  };
  const entered: Action = {
    type: 'entered',
    surface: 'V1',
    blockId: 'b',
    actionId: 'a',
    value: '08:00',
  };

  it('keep what was entered while the bot changes them', () => {
    const state = after(
      opened(),
      said({ type: 'modals', modals: [view] }),
      entered,
      said({ type: 'modals', modals: [{ ...view, hash: '2' }] }),
    );
    expect(state.entered['V1']).toEqual({ b: { a: '08:00' } });
  });

  it('forget it when they close', () => {
    const state = after(
      opened(),
      said({ type: 'modals', modals: [view] }),
      entered,
      said({ type: 'modals', modals: [] }),
    );
    expect(state.entered).toEqual({});
  });
});

describe('traffic', () => {
  it('shows an answer in the row of its request', () => {
    const entry = {
      id: 1,
      at: 0,
      direction: 'to-bot' as const,
      kind: 'command' as const,
      title: '/deport panama',
      headers: {},
      body: {},
      raw: '',
      answer: null,
      ms: null,
      outcome: 'waiting' as const,
    };
    const state = after(
      opened(),
      said({ type: 'traffic', entry }),
      said({ type: 'traffic', entry: { ...entry, outcome: 'ok', ms: 4 } }),
    );
    expect(state.world?.traffic).toMatchObject([{ id: 1, outcome: 'ok', ms: 4 }]);
  });
});

describe('the workspace’s clock', () => {
  it('goes on from where it was moved to', () => {
    const moved = after(opened(), said({ type: 'clock', now: 1_700_003_600_000 }));
    expect(moved.clockOffset).toBe(3_600_000);
  });
});

describe('the archive', () => {
  it('shows what stands in it after each change', () => {
    const article = { file: 'a.txt', title: '', outlet: '', withdrawn: '', added: true };
    const archive = { folder: '/copy', samples: [], articles: [article], more: 0 };
    expect(after(opened(), said({ type: 'archive', archive })).world?.archive).toEqual(archive);
  });
});
