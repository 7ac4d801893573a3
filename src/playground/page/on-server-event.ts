import type { Message, ServerEvent, Snapshot, View } from '../protocol.js';
import { messageAt } from './message-order.js';
import type { PageState, Place } from './state.js';
import { without } from './without.js';

/** The page after something happened in the workspace; `at` is this machine's clock. */
export function onEvent(state: PageState, event: ServerEvent, at: number): PageState {
  if (event.type === 'snapshot') return onSnapshot(state, event.snapshot, at);
  const { world } = state;
  if (!world) return state;
  const having = (change: Partial<Snapshot>): PageState => ({
    ...state,
    world: { ...world, ...change },
  });
  switch (event.type) {
    case 'message':
      return having({ messages: putMessage(world.messages, event.message) });
    case 'message-removed': {
      const next = having({
        messages: world.messages.filter((message) => message.ts !== event.ts),
      });
      return state.thread?.ts === event.ts ? { ...next, thread: null } : next;
    }
    case 'channel': {
      const known = world.channels.some((channel) => channel.id === event.channel.id);
      return having({
        channels: known
          ? world.channels.map((channel) =>
              channel.id === event.channel.id ? event.channel : channel,
            )
          : [...world.channels, event.channel],
      });
    }
    case 'home':
      return having({ home: event.home });
    case 'modals':
      return { ...having({ modals: event.modals }), ...forgetViews(state, event.modals) };
    case 'prompts':
      return having({ prompts: event.prompts });
    case 'statuses':
      return having({ statuses: event.statuses });
    case 'archive':
      return having({ archive: event.archive });
    case 'clock':
      return { ...state, clockOffset: event.now - at };
    case 'faults':
      return having({ faults: event.faults });
    case 'traffic': {
      const { entry } = event;
      const known = world.traffic.some((each) => each.id === entry.id);
      return having({
        traffic: known
          ? world.traffic.map((each) => (each.id === entry.id ? entry : each))
          : [...world.traffic, entry].slice(-maxTraffic),
      });
    }
  }
  return having({ traffic: [] });
}

/** As many as the workspace itself keeps. */
const maxTraffic = 500;

function onSnapshot(state: PageState, world: Snapshot, at: number): PageState {
  const place = stillThere(state, world);
  const thread = state.thread && messageAt(world.messages, state.thread.ts) ? state.thread : null;
  return {
    ...state,
    connection: 'open',
    world,
    clockOffset: world.now - at,
    place,
    thread,
    readBefore: state.readBefore || (world.now / 1000).toFixed(6),
  };
}

/** The same place in the new snapshot: a direct message is another one for another person. */
function stillThere(state: PageState, world: Snapshot): Place | null {
  const { place } = state;
  if (place && world.channels.some((channel) => channel.id === place.channel)) return place;
  const wasDirect =
    state.world?.channels.find((channel) => channel.id === place?.channel)?.kind === 'direct';
  const direct = world.channels.find((channel) => channel.kind === 'direct');
  if (place && wasDirect && direct) return { channel: direct.id, tab: place.tab };
  const { botUser } = world.app;
  const first =
    world.channels.find(
      (channel) => channel.kind !== 'direct' && channel.members.includes(botUser),
    ) ?? world.channels[0];
  return first ? { channel: first.id, tab: 'messages' } : null;
}

function putMessage(messages: readonly Message[], message: Message): Message[] {
  const rest = messages.filter((each) => each.ts !== message.ts);
  const after = rest.findIndex((each) => each.ts > message.ts);
  return after < 0 ? [...rest, message] : rest.toSpliced(after, 0, message);
}

function forgetViews(state: PageState, modals: readonly View[]): Partial<PageState> {
  const open = new Set(modals.map((view) => view.id));
  const gone = (state.world?.modals ?? []).filter((view) => !open.has(view.id));
  return gone.reduce(
    (kept, view) => ({
      entered: without(kept.entered, view.id),
      viewErrors: without(kept.viewErrors, view.id),
    }),
    { entered: state.entered, viewErrors: state.viewErrors },
  );
}
