import type { EnteredValues } from '../../commands.js';
import type { Snapshot } from '../../protocol.js';
import type { Confirm } from '../blocks/shape.js';

/** Where the person is: a channel, or the bot's own place with its two tabs. */
export interface Place {
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
  place: Place | null;
  thread: ThreadAt | null;
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
  asking: { confirm: Confirm; answer: (yes: boolean) => void } | null;
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
