/**
 * What the page and the Slack side say to one another. The page needs nothing else:
 *
 * - `GET /playground/events?person=U…` is a stream of server-sent events. Each frame has an `id` and
 *   one `data` line: a `ServerEvent` as JSON (no `event:` name, so one `onmessage` handler does).
 *   The first is always a `snapshot`, except when the browser reconnects by itself: then the events
 *   since `Last-Event-ID` are sent, or a fresh snapshot when they are too old. A snapshot replaces
 *   everything the page knew. A comment frame (`: still here`) comes every 15 seconds.
 * - `POST /playground/do` takes one `Command` as JSON (`content-type: application/json`) and answers
 *   with a `CommandAnswer`. What the command caused arrives by the stream, not in the answer.
 * - `GET /playground/state?person=U…` answers the snapshot once, as JSON. Here and for the stream:
 *   without `person` it is the first of the people; an unknown person is answered with 404.
 * - `GET /playground/article?file=…` answers `{ file, text }`: an article of the archive as it stands.
 * - Any path under `/archives/` serves the page too: `/archives/C…/p1700000000000100?thread_ts=…` is
 *   the link that `chat.getPermalink` gives out (`p` and the `ts` without its dot).
 *
 * Everything is already narrowed to the person who asks: no private message of another person, no
 * channel that they may not see, no modal of theirs is ever sent. To act as somebody else, close the
 * stream and open another one. Times are milliseconds since 1970, `ts` are Slack's strings
 * (`1700000000.000100`, compared as numbers or, since all have the same length, as strings).
 */

export interface Snapshot {
  /** The person whose eyes this is seen with. */
  person: string;
  team: { id: string; name: string; domain: string };
  app: AppInfo;
  /** Everybody in the team; the bot and Slackbot too. */
  people: Person[];
  /** Public channels, the person's private channels and their direct message with the bot. */
  channels: Channel[];
  /** All messages that the person may see, oldest first, threads included. */
  messages: Message[];
  /** The Home tab that the bot published for this person; null: none yet. */
  home: View | null;
  /** The person's open modals, the topmost last. */
  modals: View[];
  /** Suggested prompts of the direct message with the bot, as last set. */
  prompts: Prompts;
  /** "is looking through the clippings…": at most one per thread. */
  statuses: Status[];
  faults: Fault[];
  /** Oldest first, at most 500. The same for everybody. */
  traffic: TrafficEntry[];
  /** The folder that the bot reads; absent: it is not the playground's to change. */
  archive?: ArchiveState;
  /** What the welcome offers; absent: what the page thinks of itself. */
  tryThese?: TryThis[];
  /** The workspace's clock; the page shows "today" and "yesterday" by it. */
  now: number;
}

/** The archive as the page can change it. */
export interface ArchiveState {
  /** Where it lies on this machine: a copy, deleted with the playground. */
  folder: string;
  /** Articles ready to be added, invented for the purpose. */
  samples: { id: string; title: string; hint: string }[];
  /** Those that were added here first, newest first; then the others by name. At most 100. */
  articles: ShelvedArticle[];
  /** How many are not listed. */
  more: number;
}

/** What articles.yml says of a file; empty where it says nothing. */
export interface ShelvedArticle {
  file: string;
  title: string;
  outlet: string;
  /** The reason. */
  withdrawn: string;
  /** It came by this page. */
  added: boolean;
}

/** One thing to try, as the welcome card offers it. */
export interface TryThis {
  title: string;
  hint: string;
  action:
    | { do: 'send'; text: string }
    /** Puts the text into the composer and leaves sending to the person. */
    | { do: 'fill'; text: string }
    /** Posts the question, opens its thread and leaves the follow-up in the composer there. */
    | { do: 'ask-in-thread'; question: string; followUp: string }
    | { do: 'show-traffic' };
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

export interface Person {
  id: string;
  /** The handle that `@` completes to, without the sign: `maya`. No spaces. */
  name: string;
  realName: string;
  title: string;
  /** IANA, such as `America/New_York`. */
  tz: string;
  /** CSS colour of the avatar, dark enough for white initials. */
  color: string;
  isBot: boolean;
}

export interface Channel {
  id: string;
  /** Without the `#`; for a direct message the bot's name. */
  name: string;
  kind: 'public' | 'private' | 'direct';
  topic: string;
  /** User ids, the bot's too where it is a member. */
  members: string[];
  /** Nobody, the bot included, can write in it. */
  archived?: boolean;
}

export interface Message {
  channel: string;
  /** Unique in the workspace: also the key for `message-removed`. */
  ts: string;
  /** Present on replies: the `ts` of the message that began the thread. Absent on that message. */
  threadTs?: string;
  user: string;
  from: 'person' | 'bot' | 'slackbot';
  /** mrkdwn, escaped (`&amp; &lt; &gt;`, `<@U…>`, `<#C…>`, `<!channel>`, `<https://…|label>`). Shown only where `blocks` is empty; else it is what a notification or a screen reader says. */
  text: string;
  /** Block Kit as the bot sent it, every block with a `block_id`, every element with an `action_id`. */
  blocks: Block[];
  /** Present: only this person sees it ("Only visible to you"). It cannot be replied to. */
  ephemeralTo?: string;
  edited: boolean;
  /** Reaction names are without colons. */
  reactions: { name: string; users: string[] }[];
  /** Of a message that began a thread: how many replies this person may see, and who wrote. */
  replyCount: number;
  replyUsers: string[];
  latestReply?: string;
  /** Slackbot offers to bring the bot into the channel: a button that does `{ kind: 'invite' }`. */
  offer?: 'invite';
  /** False: the text asked for no link previews (the playground never makes any). */
  unfurl?: boolean;
}

/** Any JSON object with a `type`; which blocks there are is Slack's Block Kit. */
export type Block = { type: string; block_id?: string } & Record<string, unknown>;

export interface View {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  /** Plain text; empty for a Home tab. */
  title: string;
  /** Labels of the buttons; absent: no such button (a modal always can be closed). */
  submit?: string;
  close?: string;
  blocks: Block[];
  /** Changes with every update. Keep what was typed in a field whose block_id and action_id stay. */
  hash: string;
  /** The bot refused the submission: block_id → what to show at that field. */
  errors: Record<string, string>;
}

export interface Prompts {
  title: string;
  prompts: { title: string; message: string }[];
}

export interface Status {
  channel: string;
  threadTs: string;
  /** Text to show after the bot's name: "is looking…". Empty never occurs. */
  status: string;
}

export type FaultKind =
  | 'rate-limit-once'
  | 'lose-ack-once'
  | 'send-event-twice'
  | 'expire-response-urls'
  | 'slack-down-10s';

/** A switch. The "once" kinds, and "slack-down", switch themselves off again. */
export interface Fault {
  kind: FaultKind;
  on: boolean;
  /** "Answer 429 once" */
  title: string;
  /** One sentence: what happens and what a well-made bot does then. */
  description: string;
}

export interface TrafficEntry {
  /** Increasing; an entry is sent again under the same id when its answer is there. */
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

/** What the stream sends. Every event but `snapshot` changes one thing in what the page has. */
export type ServerEvent =
  | { type: 'snapshot'; snapshot: Snapshot }
  /** New, or changed: replace the message with this `ts`, else insert it by `ts`. */
  | { type: 'message'; message: Message }
  | { type: 'message-removed'; channel: string; ts: string }
  /** New, or changed (members, topic). */
  | { type: 'channel'; channel: Channel }
  | { type: 'home'; home: View | null }
  /** The whole stack, topmost last. */
  | { type: 'modals'; modals: View[] }
  | { type: 'prompts'; prompts: Prompts }
  | { type: 'statuses'; statuses: Status[] }
  | { type: 'archive'; archive: ArchiveState }
  /** The clock was moved: what it shows now. */
  | { type: 'clock'; now: number }
  /** All switches. */
  | { type: 'faults'; faults: Fault[] }
  /** New, or its answer arrived: replace by `id`. */
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'traffic-cleared' };

/**
 * What a person entered into one element, in the simplest form; the Slack side looks the element up
 * and builds what Slack would send. A string: typed text, the chosen option's `value`, a time as
 * `HH:mm`, a date as `YYYY-MM-DD`, a user or channel id. Strings: the chosen options' values, or
 * ids. null: nothing chosen.
 */
export type EnteredValue = string | string[] | null;

/** block_id → action_id → what stands there. Elements left out keep their initial value. */
export type EnteredValues = Record<string, Record<string, EnteredValue>>;

export type Command =
  /**
   * The composer's text, as typed and unescaped (`@maya`, `#politics` become mentions). A text that
   * begins with `/` is a slash command, and is refused in threads with a note to the person.
   */
  | { kind: 'send-message'; person: string; channel: string; text: string; threadTs?: string }
  /**
   * A button was clicked, an option chosen, a time picked: in a message or in a view (exactly one of
   * `message` and `view`). `value` is for everything but buttons. `values` is what stands in the
   * other elements, for views. An element's confirm dialog is the page's to show first.
   * For feedback_buttons, `value` is the `value` of the button that was clicked.
   */
  | {
      kind: 'press';
      person: string;
      message?: { channel: string; ts: string };
      view?: string;
      blockId: string;
      actionId: string;
      value?: EnteredValue;
      values?: EnteredValues;
    }
  | { kind: 'submit-view'; person: string; view: string; values: EnteredValues }
  | { kind: 'close-view'; person: string; view: string }
  | { kind: 'shortcut'; person: string; callbackId: string; channel: string; ts: string }
  /** The person looks at the bot's Home or Messages tab; send it each time one is opened. */
  | { kind: 'open-home'; person: string; tab: 'home' | 'messages' }
  /** Adds the reaction, or takes it away where the person had it. */
  | { kind: 'react'; person: string; channel: string; ts: string; name: string }
  /** Brings the bot into the channel. */
  | { kind: 'invite'; person: string; channel: string }
  /** Takes the bot out of the channel again. */
  | { kind: 'remove-bot'; person: string; channel: string }
  | { kind: 'archive-channel'; person: string; channel: string; archived: boolean }
  | { kind: 'set-fault'; fault: FaultKind; on: boolean }
  /** An article of the samples comes into the archive, or several do. */
  | { kind: 'add-sample'; sample: string }
  /** One that somebody typed or pasted; `null` for what is not known. */
  | {
      kind: 'add-article';
      article: { title: string | null; outlet: string | null; date: string | null; text: string };
    }
  /** The file gets another text. `GET /playground/article?file=…` gives the one that it has. */
  | { kind: 'write-article'; file: string; text: string }
  /** `null` takes the withdrawal back. */
  | { kind: 'withdraw-article'; file: string; reason: string | null }
  /** Milliseconds forward, 31 days at most; answers when the clock has arrived. */
  | { kind: 'move-clock'; ms: number }
  | { kind: 'clear-traffic' };

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
