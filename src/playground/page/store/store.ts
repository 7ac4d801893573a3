import type { EnteredValues } from '../../commands.js';
import type { SlackMessage, Snapshot } from '../../protocol.js';
import type { ConfirmTexts } from '../blocks/surface.js';
import { dayOf, timeOfTs } from '../text/format-date.js';

export interface PageStore extends ReturnType<typeof createStore> {}

/** Holds the page's state. What it shows counts as read. */
export function createStore(initial: Partial<PageState> = {}) {
  let state: PageState = { ...emptyState, ...initial };
  const listeners = new Set<() => void>();
  return {
    get: (): PageState => state,
    /** Replaces these parts of the state. */
    set: (change: Partial<PageState>): void => {
      state = markRead({ ...state, ...change });
      for (const listener of listeners) listener();
    },
    /** Called after each change; returns how to stop. */
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Where the person is: a channel, or the bot's own place with its two tabs. */
export interface PagePlace {
  channel: string;
  tab: 'messages' | 'home';
}

export interface ThreadAt {
  channel: string;
  ts: string;
}

export interface PageState {
  connection: 'connecting' | 'open' | 'lost';
  /** What the workspace looks like to the acting person; null until the first snapshot. */
  world: Snapshot | null;
  /** The workspace's clock less this machine's, in milliseconds. */
  clockOffset: number;
  place: PagePlace | null;
  thread: ThreadAt | null;
  /** The message that the person writes anew: its `ts`. */
  editing: string | null;
  /** The message that a permalink led to. */
  marked: string | null;
  /** What came before the page was opened counts as read: a `ts`. */
  readBefore: string;
  /** `person/channel` → the newest `ts` that was on the screen. */
  read: Record<string, string>;
  /** Composer key → what is typed there. */
  drafts: Record<string, string>;
  /** Composer key → why the last text was refused. */
  refused: Record<string, string>;
  /** What waits for an answer → how many of it. */
  working: Record<string, number>;
  /** Surface key → what was entered into its elements. */
  entered: Record<string, EnteredValues>;
  /** View id → block_id → why a submission was refused. */
  viewErrors: Record<string, Record<string, string>>;
  /** A confirm dialog that is open, and whom to tell. */
  asking: { confirm: ConfirmTexts; answer: (yes: boolean) => void } | null;
  /** Something that failed and has no better place to say so. */
  notice: string | null;
  /** Which composer is to take the focus; `turn` tells one request from the next. */
  focus: { composer: string; turn: number };
  /** A question was asked: open its thread when it arrives, with the follow-up ready to send. */
  awaitedThread: { channel: string; after: string; followUp: string } | null;
  traffic: boolean;
  drawer: boolean;
  /** The window with the archive is open. */
  archive: boolean;
  welcome: boolean;
}

export const emptyState: PageState = {
  connection: 'connecting',
  world: null,
  clockOffset: 0,
  place: null,
  thread: null,
  editing: null,
  marked: null,
  readBefore: '',
  read: {},
  drafts: {},
  refused: {},
  working: {},
  entered: {},
  viewErrors: {},
  asking: null,
  notice: null,
  focus: { composer: '', turn: 0 },
  awaitedThread: null,
  traffic: false,
  drawer: false,
  archive: false,
  welcome: true,
};

/** Each composer keeps its own text: one per person, channel and thread. */
export function composerKey(person: string, channel: string, threadTs?: string): string {
  return threadTs === undefined ? `${person}/${channel}` : `${person}/${channel}/${threadTs}`;
}

/** The record less some of its keys. */
export function without<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** What is on the screen is read. */
export function markRead(state: PageState): PageState {
  const { place, world } = state;
  if (!place || !world || place.tab !== 'messages') return state;
  const key = `${world.person}/${place.channel}`;
  const latest = latestTs(world.messages, place.channel);
  if (latest === '' || (state.read[key] ?? '') >= latest) return state;
  return { ...state, read: { ...state.read, [key]: latest } };
}

/** The channels that hold something the acting person has not had on the screen. */
export function unreadChannels(state: PageState): Set<string> {
  const { world } = state;
  const unread = new Set<string>();
  for (const message of world?.messages ?? []) {
    const read = state.read[`${world?.person}/${message.channel}`] ?? state.readBefore;
    if (message.ts > read && message.user !== world?.person) unread.add(message.channel);
  }
  return unread;
}

/**
 * What stands in a channel's own list, oldest first, no replies but those that were sent to it too; or a thread's first
 * message, then its replies.
 */
export function messagesIn(
  messages: readonly SlackMessage[],
  channel: string,
  thread?: string,
): SlackMessage[] {
  return messages.filter(
    (message) =>
      message.channel === channel &&
      (thread === undefined
        ? message.threadTs === undefined || message.subtype === 'thread_broadcast'
        : message.ts === thread || message.threadTs === thread),
  );
}

export function messageAt(messages: readonly SlackMessage[], ts: string): SlackMessage | undefined {
  return messages.find((message) => message.ts === ts);
}

/** The newest `ts` in a channel, threads included; empty where there is none. */
export function latestTs(messages: readonly SlackMessage[], channel: string): string {
  return messages.findLast((message) => message.channel === channel)?.ts ?? '';
}

const groupWithin = 5 * 60_000;

/** Whether a message is set under the one before it without repeating who wrote it. */
export function continues(
  before: SlackMessage | undefined,
  message: SlackMessage,
  zone: string,
): boolean {
  return (
    before !== undefined &&
    !beginsDay(before, message, zone) &&
    before.user === message.user &&
    before.from === message.from &&
    before.ephemeralTo === message.ephemeralTo &&
    before.replyCount === 0 &&
    message.subtype !== 'thread_broadcast' &&
    timeOfTs(message.ts) - timeOfTs(before.ts) < groupWithin
  );
}

/** Whether a line with the date stands above a message. */
export function beginsDay(
  before: SlackMessage | undefined,
  message: SlackMessage,
  zone: string,
): boolean {
  if (!before) return true;
  return dayOf(timeOfTs(before.ts), zone) !== dayOf(timeOfTs(message.ts), zone);
}
