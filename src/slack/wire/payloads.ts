import type { BlockAction, MessageShortcut, types, webApi } from '@slack/bolt';
import type { Place } from './responder.js';

/** `null` where Slack does not tell, as without the scope `users:read`: a person's zone is a courtesy. */
export async function zoneOf(client: webApi.WebClient, user: string): Promise<string | null> {
  const known = await client.users.info({ user }).catch(() => null);
  return known?.user?.tz ?? null;
}

/** A thread's name, unique over workspaces. */
export function threadKey(team: string, channel: string, thread: string): string {
  return `${team}:${channel}:${thread}`;
}

/** A press is answered in the thread of the message that holds the button; one in a tab, in a direct message. */
export function placeOfPress({ user, channel, container }: BlockAction, team: string): Place {
  const thread: unknown = container['thread_ts'];
  const held: unknown = container['channel_id'];
  return {
    team,
    user: user.id,
    channel: channel?.id ?? (typeof held === 'string' ? held : user.id),
    thread: typeof thread === 'string' ? thread : undefined,
  };
}

/** A reply stands in the thread where its message does; the first message of a thread is read in the channel. */
export function placeOfMessage({ user, channel, message }: MessageShortcut, team: string): Place {
  const thread: unknown = message['thread_ts'];
  return {
    team,
    user: user.id,
    channel: channel.id,
    thread: typeof thread === 'string' && thread !== message.ts ? thread : undefined,
  };
}

/** A mention starts a thread unless it stands in one; who wrote it is empty for a workflow. */
export function placeOfMention(
  { user = '', channel, ts, thread_ts: thread }: types.AppMentionEvent,
  team: string,
): Place {
  return { team, channel, user, thread: thread ?? ts, startsThread: thread === undefined };
}

/** How long after it was written an edited message is sure to be known for one that was answered: an hour in hand. */
const EDIT_MS = 23 * 60 * 60_000;

/** Slack sends a mention again when its message is edited; `now` in milliseconds. */
export function isOldEdit(event: types.AppMentionEvent, now: number): boolean {
  return 'edited' in event && Number(event.ts) * 1_000 < now - EDIT_MS;
}

/** In these kinds of messages people speak; edits, joins and the like address nobody. */
const SPOKEN = new Set<string | undefined>([
  undefined,
  'file_share',
  'thread_broadcast',
  'me_message',
]);

type Spoken = types.GenericMessageEvent | types.FileShareMessageEvent | types.MeMessageEvent;

/** A person's own words to the bot alone. */
export function isSaidDirectly(event: types.MessageEvent): event is Spoken {
  return event.channel_type === 'im' && SPOKEN.has(event.subtype) && !isFromBot(event);
}

export type SaidInThread = Spoken & { readonly user: string; readonly thread_ts: string };

/** A person's own words in a thread of a channel, as a reply. */
export function isSaidInThread(event: types.MessageEvent): event is SaidInThread {
  return (
    (event.channel_type === 'channel' || event.channel_type === 'group') &&
    SPOKEN.has(event.subtype) &&
    !isFromBot(event) &&
    'user' in event &&
    'thread_ts' in event &&
    event.thread_ts !== undefined &&
    event.thread_ts !== event.ts
  );
}

function isFromBot(event: object): boolean {
  return 'bot_id' in event && event.bot_id !== undefined;
}
