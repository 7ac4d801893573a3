import { z } from 'zod';

/*
 * What the bot, and Bolt before it, read of the payloads that Slack sends, by Slack's documents. What does not fit is
 * none of Slack's, whoever has signed it. More fields than these may be there; one that is missing, or null, where that
 * is allowed here is never read as if it were there.
 */

const id = z.string().min(1);
const text = z.string();
const named = z.looseObject({ id });
const maybe = <T extends z.ZodType>(type: T): z.ZodOptional<z.ZodNullable<T>> => type.nullish();

const command = z.looseObject({
  command: id,
  text: text.optional(),
  user_id: id,
  channel_id: id,
  team_id: id,
  trigger_id: text.optional(),
  response_url: text.optional(),
});

/** A message as it stands in an event, or in another message's event of its change. */
const written = z.looseObject({
  user: maybe(text),
  bot_id: maybe(text),
  text: maybe(text),
  ts: maybe(text),
  thread_ts: text.optional(),
});

const anyEvent = z.looseObject({
  type: id,
  user: z.union([text, named]).optional(),
  channel: z.union([text, named]).optional(),
  channel_id: text.optional(),
  item: z.looseObject({}).optional(),
  subteam: z.looseObject({}).optional(),
  assistant_thread: z.looseObject({}).optional(),
  ts: text.optional(),
  thread_ts: text.optional(),
});

const said = written.extend({
  user: text.optional(),
  channel: id,
  ts: id,
  subtype: text.optional(),
  channel_type: text.optional(),
  message: written.optional(),
  previous_message: written.optional(),
});

/** The events that the bot answers; of the others only what Bolt reads must fit. */
const EVENTS: Readonly<Record<string, z.ZodType>> = {
  app_mention: said.extend({ text }),
  message: said,
  app_home_opened: z.looseObject({ user: id, channel: id, tab: text }),
  member_joined_channel: z.looseObject({ user: id, channel: id }),
  agent_session_stopped: z.looseObject({ channel: id, thread_ts: id }),
};

const event = z.looseObject({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: id,
  authorizations: maybe(z.array(z.looseObject({}))),
  event: anyEvent.superRefine((value, context) => {
    const misfit = EVENTS[value.type]?.safeParse(value);
    for (const { path, message } of misfit?.error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  }),
});

/** What every press, form and shortcut says of who did it. */
const done = z.looseObject({
  user: named.extend({ team_id: maybe(text) }),
  team: maybe(named),
  enterprise: maybe(named),
  callback_id: maybe(text),
  trigger_id: text.optional(),
  response_url: text.optional(),
});

const press = done.extend({
  type: z.literal('block_actions'),
  actions: z.array(z.looseObject({ action_id: id, value: maybe(text) })).min(1),
  channel: named.optional(),
  container: z.looseObject({
    channel_id: text.optional(),
    message_ts: text.optional(),
    thread_ts: text.optional(),
  }),
  view: maybe(z.looseObject({ type: id })),
});

const shortcut = done.extend({
  type: z.literal('message_action'),
  callback_id: id,
  channel: named,
  message: written.extend({ ts: id }),
});

const form = done.extend({
  type: z.literal('view_submission'),
  view: z.looseObject({
    id,
    callback_id: text,
    private_metadata: text,
    state: z.looseObject({
      values: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
    }),
  }),
});

/** Kinds that no listener is for: Bolt reads of them who and where, and leaves them alone. */
const another = done.extend({
  type: id,
  channel: named.optional(),
  view: maybe(z.looseObject({ callback_id: maybe(text) })),
});

const BY_TYPE = new Map<unknown, z.ZodType>([
  ['event_callback', event],
  ['block_actions', press],
  ['message_action', shortcut],
  ['view_submission', form],
]);

/** The fields that do not fit, each as "event.ts: what was expected"; `null` for a payload as Slack sends them. */
export function misfitOf(body: unknown): string | null {
  const kind = z
    .looseObject({ type: z.unknown().optional(), command: z.unknown().optional() })
    .safeParse(body);
  const { type, command: word } = kind.data ?? {};
  const schema = BY_TYPE.get(type) ?? (word === undefined ? another : command);
  const { error } = schema.safeParse(body);
  if (error === undefined) return null;
  const told = error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return told.join('; ');
}
