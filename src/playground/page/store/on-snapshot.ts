import type { Snapshot, SnapshotUpdate } from '../../protocol.js';
import { composerKey, messageAt, type PageState, type PagePlace, without } from './store.js';

/** Clocks of two processes on one machine differ by less than this, in milliseconds; more means that it was moved. */
const SAME_CLOCK = 1_000;

/**
 * The page with another snapshot, whole or in part; `at` is this machine's clock. The person stays where they are, and
 * what they entered stays, unless it is no longer there.
 */
export function onSnapshot(
  state: PageState,
  update: Snapshot | SnapshotUpdate,
  at: number,
): Partial<PageState> {
  const world = isWhole(update) ? update : state.world && { ...state.world, ...update };
  if (!world) return {};
  const offset = world.now - at;
  const { thread } = state;
  const open = new Set(world.modals.map(({ id }) => id));
  const gone = state.world?.modals.filter(({ id }) => !open.has(id)).map(({ id }) => id) ?? [];
  return {
    connection: 'open',
    world,
    clockOffset: Math.abs(offset - state.clockOffset) < SAME_CLOCK ? state.clockOffset : offset,
    place: stillThere(state, world),
    thread: thread && messageAt(world.messages, thread.ts) ? thread : null,
    readBefore: state.readBefore || (world.now / 1000).toFixed(6),
    entered: without(state.entered, gone),
    viewErrors: without(state.viewErrors, gone),
    ...openAwaited({ ...state, world }),
  };
}

/** The question that was asked has arrived: its thread opens beside it, with the follow-up ready to send. */
function openAwaited(state: PageState): Partial<PageState> {
  const { awaitedThread: waiting, world } = state;
  const question = world?.messages.find(
    ({ channel, user, threadTs, ts }) =>
      channel === waiting?.channel &&
      user === world.person &&
      threadTs === undefined &&
      ts > waiting.after,
  );
  if (!waiting || !world || !question) return {};
  const composer = composerKey(world.person, waiting.channel, question.ts);
  return {
    thread: { channel: waiting.channel, ts: question.ts },
    awaitedThread: null,
    drafts: { ...state.drafts, [composer]: waiting.followUp },
    focus: { composer, turn: state.focus.turn + 1 },
  };
}

function isWhole(update: Snapshot | SnapshotUpdate): update is Snapshot {
  return update.person !== undefined;
}

/** The same place in the new snapshot: a direct message is another one for another person. */
function stillThere(state: PageState, world: Snapshot): PagePlace | null {
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
