import type { FaultKind } from './commands.js';
import type {
  Block,
  Channel,
  Person,
  Prompts,
  Session,
  StoredMessage,
} from './state/workspace-state.js';

export type { Block, Channel, Person, Session };

/**
 * What the page and the Slack side say to one another. The page needs nothing else:
 *
 * - `GET /playground/events?person=U…` is a stream of server-sent events. The first one is a `Snapshot` as JSON; after
 *   each change comes a `SnapshotUpdate`. Changes that follow closely on one another come together. A comment frame
 *   (`: still here`) comes every 15 seconds.
 * - `POST /playground/do` takes one `Command` as JSON (`content-type: application/json`) and answers with a
 *   `CommandAnswer`. What the command caused arrives by the stream, not in the answer.
 * - `GET /playground/state?person=U…` answers the snapshot once, as JSON. Here and for the stream: without `person` it is
 *   the first of the people; an unknown person is answered with 404. Of both: with `page=ID` the private messages from
 *   before that page was first seen are left out, since Slack's are gone after a reload.
 * - `GET /playground/article?file=…` answers `{ file, text }`: an article of the archive as it stands.
 * - Any path under `/archives/` serves the page too: `/archives/C…/p1700000000000100?thread_ts=…` is a link to a message
 *   (`p` and the `ts` without its dot).
 *
 * Everything is already narrowed to the person who asks: no private message of another person, no channel that they may
 * not see, no modal of theirs is ever sent. To act as somebody else, close the stream and open another one. Times are
 * milliseconds since 1970, `ts` are Slack's strings (`1700000000.000100`, compared as numbers or, since all have the same
 * length, as strings).
 */

export interface Snapshot {
  /** The person whose eyes this is seen with. */
  person: string;
  team: { id: string; name: string; domain: string };
  app: AppInfo;
  /** Everybody in the team; the bot and Slackbot too. */
  people: Person[];
  /** Public channels, the person's private channels and their direct message with the bot; guests and outsiders: only those that they are in. */
  channels: Channel[];
  /** All messages that the person may see, oldest first, threads included. */
  messages: SlackMessage[];
  /** The Home tab that the bot published for this person; null: none yet. */
  home: SlackView | null;
  /** The person's open modals, the topmost last. */
  modals: SlackView[];
  /** Suggested prompts of the direct message with the bot, as last set. */
  prompts: Prompts;
  /** What the bot, where it is an agent, says of its work in the threads of these channels. */
  sessions: Session[];
  faults: FaultSwitch[];
  /** Oldest first, at most 500. The same for everybody. */
  traffic: TrafficEntry[];
  /** The folder that the bot reads; absent: it is not the playground's to change. */
  archive?: ArchiveState;
  /** The workspace's clock; the page shows "today" and "yesterday" by it. */
  now: number;
}

/** The time, and each part of the snapshot that has changed since the last one, whole. */
export type SnapshotUpdate = Pick<Snapshot, 'now'> & Partial<Snapshot>;

/** The archive as the page can change it. */
export interface ArchiveState {
  /** Where it lies on this machine: a copy, deleted with the playground. */
  folder: string;
  /** Articles ready to be added, invented for the purpose. */
  samples: { id: string; title: string; hint: string }[];
  /** Those that were added here first, newest first; then the others by name. At most 100. */
  articles: ArchiveArticle[];
  /** How many are not listed. */
  more: number;
}

/** What articles.yml says of a file; empty where it says nothing. */
export interface ArchiveArticle {
  file: string;
  title: string;
  outlet: string;
  /** The reason. */
  withdrawn: string;
  /** It came by this page. */
  added: boolean;
}

export interface AppInfo {
  id: string;
  /** As people see it: "Clipdesk". */
  name: string;
  description: string;
  /** The bot as a member of channels (`U…`), also an entry of `people`. */
  botUser: string;
  /** `B…` */
  botId: string;
  homeTab: boolean;
  messagesTab: boolean;
  /** For completion after `/`. The playground's own `/invite` is among them. */
  commands: { command: string; description: string; usageHint: string }[];
  /** For the menu of a message. */
  shortcuts: { name: string; callbackId: string; description: string }[];
}

/** A message as one person sees it, with what depends on who looks. */
export interface SlackMessage extends Omit<StoredMessage, 'metadata'> {
  /** Of a message that began a thread: how many replies this person may see, and who wrote. */
  replyCount: number;
  replyUsers: string[];
  latestReply?: string;
}

export interface SlackView {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  /** Plain text; empty for a Home tab. */
  title: string;
  /** Labels of the buttons; absent: no such button (a modal always can be closed). */
  submit?: string | undefined;
  close?: string | undefined;
  blocks: Block[];
  /** Changes with every update. Keep what was typed in a field whose block_id and action_id stay. */
  hash: string;
  /** The bot refused the submission: block_id → what to show at that field. */
  errors: Record<string, string>;
}

/** A switch. The "once" kinds, and "slack-down", switch themselves off again. */
export interface FaultSwitch {
  kind: FaultKind;
  on: boolean;
  /** "Answer 429 once" */
  title: string;
  /** One sentence: what happens and what a well-made bot does then. */
  description: string;
}

export interface TrafficEntry {
  /** Increasing. */
  id: number;
  at: number;
  direction: 'to-bot' | 'from-bot';
  kind: 'command' | 'event' | 'interaction' | 'web-api' | 'response-url' | 'socket';
  /** "/deport panama", "app_mention", "chat.postMessage" */
  title: string;
  /** Names in lower case. Signature and retry headers are shown as sent, tokens are cut short. */
  headers: Record<string, string>;
  /** The body, parsed: a form as an object, JSON inside a form (`payload`, `blocks`) parsed too. */
  body: unknown;
  /** The body as it went over the wire. */
  raw: string;
  /** null: no answer yet, or none came. */
  answer: { status: number; headers: Record<string, string>; body: unknown } | null;
  /** How long the answer took; null while there is none. */
  ms: number | null;
  /** `refused`: Slack said no (`ok:false`, 404, 429), shown red. `failed`: no answer, or not in time. */
  outcome: 'waiting' | 'ok' | 'refused' | 'failed';
  /** Why it went so, where that is not plain: "try 2 of 4: http_timeout", "fault switch: answered 429 once". */
  note?: string;
}

/**
 * `send-message` of a plain text answers at once. Commands, presses, shortcuts and submissions answer
 * when the bot has acknowledged, within about three seconds: show a small "working" sign until then.
 */
export interface CommandAnswer {
  ok: boolean;
  /**
   * A sentence for the person. "operation_timeout" kinds of failure also show up as a message where
   * Slack would show one.
   */
  error?: string;
  /** Of `submit-view`: block_id → what is wrong, from the bot or because a required field is empty. */
  errors?: Record<string, string>;
}
