import { z } from 'zod';
import { FARTHEST_MS } from './state/movable-clock.js';

export const FAULT_KINDS = [
  'rate-limit-once',
  'lose-ack-once',
  'send-event-twice',
  'expire-response-urls',
  'slack-down-10s',
  'restricted-action',
  'thread-not-found',
  'messages-tab-disabled',
  'expired-trigger-id',
] as const;
export const DISCONNECT_REASONS = ['warning', 'refresh_requested', 'too_many_websockets'] as const;
export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];
export type FaultKind = (typeof FAULT_KINDS)[number];

const id = z.string().max(64);
const path = z.string().max(1_000);
const text = z.string().max(40_000);
const line = z.string().trim().min(1).max(500).nullable();
const day = z.iso.date('The date: expected one such as 2026-11-24.').nullable();
const articleText = z
  .string()
  .max(5_000_000) // as much as the archive takes
  .refine((given) => given.trim() !== '', 'The article has no text.');

const entered = z.union([text, z.array(z.string()).max(100), z.null()]);
const values = z.record(z.string(), z.record(z.string(), entered));

/**
 * What a person entered into one element, in the simplest form; the Slack side looks the element up and builds what Slack
 * would send. A string: typed text, the chosen option's `value`, a time as `HH:mm`. Strings: the chosen options' values.
 * null: nothing chosen.
 */
export type EnteredValue = z.infer<typeof entered>;

/** block_id → action_id → what stands there. Elements left out keep their initial value. */
export type EnteredValues = z.infer<typeof values>;

/** What the page may ask for, checked where it comes in. */
export const commandSchema = z.discriminatedUnion('kind', [
  /**
   * The composer's text, as typed and unescaped (`@maya`, `#politics` become mentions). A text that begins with `/` is a
   * slash command, and is refused in threads with a note to the person.
   */
  z.object({
    kind: z.literal('send-message'),
    person: id,
    channel: id,
    text,
    threadTs: id.exactOptional(),
    /** A reply that the channel sees too. */
    broadcast: z.boolean().exactOptional(),
    /** What was attached; its content stays where it is. The text may be empty then. */
    file: z
      .object({ name: z.string().min(1).max(255), mimetype: z.string().max(255), size: z.number() })
      .exactOptional(),
    /** Another message that this one hands on. The text may be empty then. */
    forwarded: z.object({ channel: id, ts: id }).exactOptional(),
  }),
  /** A person changes what they wrote, `text` as typed. */
  z.object({ kind: z.literal('edit-message'), person: id, channel: id, ts: id, text }),
  z.object({ kind: z.literal('delete-message'), person: id, channel: id, ts: id }),
  /** A workflow that this person started writes in the channel, `text` as typed. */
  z.object({ kind: z.literal('run-workflow'), person: id, channel: id, text }),
  /** The button beside "working": the agent is asked to stop in that thread. */
  z.object({ kind: z.literal('stop-session'), person: id, channel: id, threadTs: id }),
  /**
   * A button was clicked, an option chosen, a time picked: in a message or in a view (exactly one of `message` and
   * `view`). `value` is for everything but buttons, `values` is what stands in the other elements. An element's confirm
   * dialog is the page's to show first.
   */
  z.object({
    kind: z.literal('press'),
    person: id,
    message: z.object({ channel: id, ts: id }).exactOptional(),
    view: id.exactOptional(),
    blockId: z.string(),
    actionId: z.string(),
    value: entered.exactOptional(),
    values: values.exactOptional(),
  }),
  z.object({ kind: z.literal('submit-view'), person: id, view: id, values }),
  z.object({ kind: z.literal('close-view'), person: id, view: id }),
  z.object({
    kind: z.literal('shortcut'),
    person: id,
    callbackId: z.string(),
    channel: id,
    ts: id,
  }),
  /** The person looks at the bot's Home or Messages tab; sent each time one is opened. */
  z.object({ kind: z.literal('open-home'), person: id, tab: z.enum(['home', 'messages']) }),
  /** Adds the reaction, or takes it away where the person had it. */
  z.object({ kind: z.literal('react'), person: id, channel: id, ts: id, name: id }),
  /** Brings the bot into the channel. */
  z.object({ kind: z.literal('invite'), person: id, channel: id }),
  z.object({ kind: z.literal('remove-bot'), person: id, channel: id }),
  z.object({ kind: z.literal('archive-channel'), person: id, channel: id, archived: z.boolean() }),
  z.object({
    kind: z.literal('set-fault'),
    fault: z.enum(FAULT_KINDS),
    on: z.boolean(),
  }),
  /** Slack announces to the bot that it will close the socket that has been open longest, and closes it later. */
  z.object({ kind: z.literal('disconnect-socket'), reason: z.enum(DISCONNECT_REASONS) }),
  /** An article of the samples comes into the archive, or several do. */
  z.object({ kind: z.literal('add-sample'), sample: id }),
  /** One that somebody typed or pasted; `null` for what is not known. */
  z.object({
    kind: z.literal('add-article'),
    article: z.object({ title: line, outlet: line, date: day, text: articleText }),
  }),
  /** The file gets another text. */
  z.object({ kind: z.literal('write-article'), file: path, text: articleText }),
  /** `null` takes the withdrawal back. */
  z.object({ kind: z.literal('withdraw-article'), file: path, reason: line }),
  /** Milliseconds forward; answers when the clock has arrived. */
  z.object({ kind: z.literal('move-clock'), ms: z.number().min(0).max(FARTHEST_MS) }),
  z.object({ kind: z.literal('clear-traffic') }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
export type ArchiveCommand = CommandOf<
  'add-sample' | 'add-article' | 'write-article' | 'withdraw-article'
>;
