import { z } from 'zod';

/** The id that a workflow has as a writer, and the name that it writes under. */
export const WORKFLOW = { user: 'B0WORKFLOW', username: 'Tip line' };

/** Any JSON object with a `type`; which blocks there are is Slack's Block Kit. */
const block = z.looseObject({ type: z.string(), block_id: z.string().exactOptional() });

const team = z.object({ id: z.string(), name: z.string(), domain: z.string() });

const person = z.object({
  id: z.string(),
  /** The handle that `@` completes to, without the sign: `maya`. No spaces. */
  name: z.string(),
  realName: z.string(),
  title: z.string(),
  /** IANA, such as `America/New_York`. */
  tz: z.string(),
  /** CSS colour of the avatar, dark enough for white initials. */
  color: z.string(),
  isBot: z.boolean(),
  /** The organisation of an outsider; absent: this workspace's own. */
  team: team.exactOptional(),
  /** Somebody of the house who sees only the channels that they were put into, such as a stringer. */
  guest: z.boolean().exactOptional(),
});

const channel = z.object({
  id: z.string(),
  /** Without the `#`. Of a direct message empty as kept, and the bot's name in a snapshot. */
  name: z.string(),
  kind: z.enum(['public', 'private', 'direct']),
  topic: z.string(),
  /** User ids, the bot's too where it is a member. */
  members: z.array(z.string()),
  /** Nobody, the bot included, can write in it. */
  archived: z.boolean().exactOptional(),
  /** With another organisation, by Slack Connect. */
  shared: z.boolean().exactOptional(),
});

export const SUBTYPES = [
  'thread_broadcast',
  'me_message',
  'file_share',
  'bot_message',
  'tombstone',
] as const;
export const SESSION_STATUSES = ['active', 'processing', 'suspended', 'closed'] as const;

const file = z.object({
  id: z.string(),
  name: z.string(),
  mimetype: z.string(),
  /** In bytes. */
  size: z.number(),
});

const message = z.object({
  channel: z.string(),
  /** Unique in the workspace. */
  ts: z.string(),
  /** Present on replies: the `ts` of the message that began the thread. Absent on that message. */
  threadTs: z.string().exactOptional(),
  /** Who wrote it; of a workflow its `B…`. */
  user: z.string(),
  from: z.enum(['person', 'bot', 'slackbot', 'workflow']),
  /** Under which name a workflow writes. */
  username: z.string().exactOptional(),
  /** As in Slack's events. `thread_broadcast`: a reply that the channel sees too. `tombstone`: deleted, but for its replies. */
  subtype: z.enum(SUBTYPES).exactOptional(),
  files: z.array(file).exactOptional(),
  /** A forwarded message, in Slack's own fields. */
  attachments: z.array(z.record(z.string(), z.unknown())).exactOptional(),
  /** mrkdwn, escaped (`&amp; &lt; &gt;`, `<@U…>`, `<#C…>`, `<!channel>`, `<https://…|label>`). Shown only where `blocks` is empty; else it is what a notification or a screen reader says. */
  text: z.string(),
  /** Block Kit as the bot sent it, every block with a `block_id`, every element with an `action_id`. */
  blocks: z.array(block),
  /** Present: only this person sees it ("Only visible to you"). It cannot be replied to. */
  ephemeralTo: z.string().exactOptional(),
  edited: z.boolean(),
  /** Reaction names are without colons. */
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
  /** Slackbot offers to bring the bot into the channel: a button that does `{ kind: 'invite' }`. */
  offer: z.literal('invite').exactOptional(),
  /** `metadata` of chat.postMessage; only the bot gets it back. */
  metadata: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What an agent says of its work in a thread, and how the thread is called. */
const session = z.object({
  channel: z.string(),
  threadTs: z.string(),
  status: z.enum(SESSION_STATUSES),
  title: z.string(),
});

/** A modal or Home tab as the bot handed it in, with what Slack adds. */
const view = z.object({
  id: z.string(),
  hash: z.string(),
  /** As handed in, with every block_id and action_id filled in. */
  source: z.looseObject({ type: z.enum(['modal', 'home']), blocks: z.array(block) }),
  errors: z.record(z.string(), z.string()),
});

const prompts = z.object({
  title: z.string(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })),
});

/** All that outlives a restart when the playground keeps its state. Plain JSON. */
export const workspaceStateSchema = z.object({
  version: z.literal(1),
  team,
  app: z.object({ id: z.string(), botId: z.string(), botUser: z.string() }),
  people: z.array(person),
  channels: z.array(channel),
  /** By `ts`, oldest first. A message that changes is replaced by another object. */
  messages: z.array(message),
  /** By person. */
  homes: z.record(z.string(), view),
  /** By person, topmost last. */
  modals: z.record(z.string(), z.array(view)),
  /** By channel. */
  prompts: z.record(z.string(), prompts),
  /** Of an agent, one for each thread that it said something of. */
  sessions: z.array(session).default([]),
  /** The last `ts` given out, in microseconds: never given out twice, not even after a restart. */
  lastTs: z.number(),
});

export type WorkspaceState = z.infer<typeof workspaceStateSchema>;
export type Person = z.infer<typeof person>;
export type Channel = z.infer<typeof channel>;
export type Session = z.infer<typeof session>;
export type Prompts = z.infer<typeof prompts>;
export type StoredView = z.infer<typeof view>;
export type StoredMessage = z.infer<typeof message>;
export type Block = z.infer<typeof block>;
