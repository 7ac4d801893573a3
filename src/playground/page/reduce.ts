import { onEvent } from './on-server-event.js';
import { composerKey, type Action, type PageState, type Place, type ThreadAt } from './state.js';
import { markRead } from './unread.js';
import { without } from './without.js';

/** The page after an action. Pure: the clock and the network are the caller's. */
export function reduce(state: PageState, action: Action): PageState {
  return markRead(step(state, action));
}

function step(state: PageState, action: Action): PageState {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'server':
      return awaited(onEvent(state, action.event, action.at));
    case 'go':
      return {
        ...state,
        place: action.place,
        drawer: false,
        marked: null,
        ...keepThread(state, action.place),
      };
    case 'follow-link':
      return {
        ...state,
        place: { channel: action.channel, tab: 'messages' },
        thread: action.threadTs === null ? null : { channel: action.channel, ts: action.threadTs },
        marked: action.ts,
        drawer: false,
      };
    case 'open-thread':
      return withFocus({ ...state, thread: action.thread }, threadComposer(state, action.thread));
    case 'close-thread':
      return { ...state, thread: null };
    case 'draft': {
      const drafts = { ...state.drafts, [action.composer]: action.text };
      const next = { ...state, drafts };
      return action.focus === true ? withFocus(next, action.composer) : next;
    }
    case 'sent':
      return {
        ...state,
        drafts: without(state.drafts, action.composer),
        refused: without(state.refused, action.composer),
      };
    case 'refused': {
      const typed = state.drafts[action.composer] ?? '';
      const text = typed === '' ? action.text : `${action.text}\n${typed}`;
      return {
        ...state,
        drafts: { ...state.drafts, [action.composer]: text },
        refused: { ...state.refused, [action.composer]: action.why },
      };
    }
    case 'working': {
      const count = (state.working[action.what] ?? 0) + action.by;
      const rest = without(state.working, action.what);
      return { ...state, working: count > 0 ? { ...rest, [action.what]: count } : rest };
    }
    case 'entered': {
      const surface = state.entered[action.surface] ?? {};
      const block = { ...surface[action.blockId], [action.actionId]: action.value };
      return {
        ...state,
        entered: { ...state.entered, [action.surface]: { ...surface, [action.blockId]: block } },
      };
    }
    case 'view-errors':
      return { ...state, viewErrors: { ...state.viewErrors, [action.view]: action.errors } };
    case 'ask':
      return { ...state, asking: action.asking };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'await-thread': {
      const { channel, after, followUp } = action;
      return awaited({ ...state, awaitedThread: { channel, after, followUp } });
    }
  }
  return { ...state, [action.what]: action.on };
}

/** The question that was asked has arrived: its thread opens beside it. */
function awaited(state: PageState): PageState {
  const { awaitedThread: waiting, world } = state;
  if (!waiting || !world) return state;
  const question = world.messages.find(
    (message) =>
      message.channel === waiting.channel &&
      message.user === world.person &&
      message.threadTs === undefined &&
      message.ts > waiting.after,
  );
  if (!question) return state;
  const thread = { channel: waiting.channel, ts: question.ts };
  const composer = threadComposer(state, thread);
  return withFocus(
    {
      ...state,
      thread,
      awaitedThread: null,
      drafts: { ...state.drafts, [composer]: waiting.followUp },
    },
    composer,
  );
}

function keepThread(state: PageState, place: Place): Pick<PageState, 'thread'> {
  return { thread: state.thread?.channel === place.channel ? state.thread : null };
}

function threadComposer(state: PageState, thread: ThreadAt): string {
  return composerKey(state.world?.person ?? '', thread.channel, thread.ts);
}

function withFocus(state: PageState, composer: string): PageState {
  return { ...state, focus: { composer, turn: state.focus.turn + 1 } };
}
