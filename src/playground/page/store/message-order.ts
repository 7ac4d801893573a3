import type { Message } from '../../protocol.js';
import { dayOf, timeOfTs } from '../text/format-date.js';

/** What stands in a channel's own list, oldest first: no replies. */
export function channelMessages(messages: readonly Message[], channel: string): Message[] {
  return messages.filter(
    (message) => message.channel === channel && message.threadTs === undefined,
  );
}

/** The message that began a thread, then its replies. */
export function threadMessages(
  messages: readonly Message[],
  channel: string,
  threadTs: string,
): Message[] {
  return messages.filter(
    (message) =>
      message.channel === channel && (message.ts === threadTs || message.threadTs === threadTs),
  );
}

export function messageAt(messages: readonly Message[], ts: string): Message | undefined {
  return messages.find((message) => message.ts === ts);
}

/** The newest `ts` in a channel, threads included; empty where there is none. */
export function latestTs(messages: readonly Message[], channel: string): string {
  return messages.findLast((message) => message.channel === channel)?.ts ?? '';
}

const groupWithin = 5 * 60_000;

/** Whether a message is set under the one before it without repeating who wrote it. */
export function continues(before: Message | undefined, message: Message, zone: string): boolean {
  if (!before) return false;
  const at = timeOfTs(message.ts);
  const earlier = timeOfTs(before.ts);
  return (
    before.user === message.user &&
    before.from === message.from &&
    before.ephemeralTo === message.ephemeralTo &&
    before.replyCount === 0 &&
    at - earlier < groupWithin &&
    dayOf(at, zone) === dayOf(earlier, zone)
  );
}

/** Whether a line with the date stands above a message. */
export function beginsDay(before: Message | undefined, message: Message, zone: string): boolean {
  if (!before) return true;
  return dayOf(timeOfTs(before.ts), zone) !== dayOf(timeOfTs(message.ts), zone);
}
