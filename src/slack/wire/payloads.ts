import type { BlockAction, MessageShortcut, webApi } from '@slack/bolt';
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
export function placeOfPress({ user, team, channel, container }: BlockAction): Place {
  const thread: unknown = container['thread_ts'];
  const held: unknown = container['channel_id'];
  return {
    team: team?.id ?? '',
    user: user.id,
    channel: channel?.id ?? (typeof held === 'string' ? held : user.id),
    thread: typeof thread === 'string' ? thread : undefined,
  };
}

/** A reply stands in the thread where its message does; the first message of a thread is read in the channel. */
export function placeOfMessage({ user, team, channel, message }: MessageShortcut): Place {
  const thread: unknown = message['thread_ts'];
  return {
    team: team?.id ?? '',
    user: user.id,
    channel: channel.id,
    thread: typeof thread === 'string' && thread !== message.ts ? thread : undefined,
  };
}

export function isFromBot(event: object): boolean {
  return 'bot_id' in event && event.bot_id !== undefined;
}
