import type { webApi } from '@slack/bolt';
import { toPostError } from './post-error.js';

/** Our links are to be read, not unfolded, and no character of an article is markup. */
export const AS_IT_IS = { unfurl_links: false, unfurl_media: false, mrkdwn: false };

/** Slack's name for the kind of a message's metadata; the key is in its payload. */
const EVENT_TYPE = 'clipdesk_delivery';

/** The clocks of Slack and of this machine may differ by so much, in milliseconds. */
const SKEW_MS = 5 * 60_000;

/** Our own message is among the newest: so many pages, of so many messages, are looked through. */
const PAGES = 10;
const PAGE_LENGTH = 200;

/** Where a message stands: in a channel, or in a thread of it. */
interface Spot {
  readonly channel: string;
  readonly thread: string | null;
}

/** What a message carries so that it can be found again. */
export function keyed(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

/**
 * The bot's own message with this key, posted since a moment.
 * @throws the error of Slack's client, as where the app may not read the channel
 */
export async function findOwn(
  client: webApi.WebClient,
  spot: Spot,
  { key, since }: { readonly key: string; readonly since: Date },
): Promise<{ readonly ts: string } | null> {
  for await (const { ts, metadata } of readBack(client, spot, since))
    if (ts !== undefined && metadata?.event_type === EVENT_TYPE && keyIn(metadata) === key)
      return { ts };
  return null;
}

/** Messages of the place, newest first, replies of a thread in Slack's own order. */
async function* readBack(client: webApi.WebClient, { channel, thread }: Spot, since: Date) {
  const oldest = String((since.getTime() - SKEW_MS) / 1_000);
  const common = { channel, oldest, limit: PAGE_LENGTH, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const at = { ...common, ...(cursor ? { cursor } : {}) };
    const answer =
      thread === null
        ? await client.conversations.history(at)
        : await client.conversations.replies({ ...at, ts: thread });
    yield* answer.messages ?? [];
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return;
  }
}

function keyIn({ event_payload: payload }: { event_payload?: object }): unknown {
  return payload && 'key' in payload ? payload.key : undefined;
}

/** A message that somebody waits for; gives its `ts` where Slack tells it. */
export type PostOnce = (
  spot: Spot,
  message: { readonly text: string; readonly blocks: webApi.KnownBlock[] },
) => Promise<string | undefined>;

/** The waits before each further try, in milliseconds, where Slack names none: a person waits. */
const WAITS_MS = [500, 1_000, 3_000, 8_000];

/**
 * Tries again where Slack is busy or fails, and looks before each further try whether the message stands there already:
 * Slack may have taken it before it failed. Where the app may not read the channel, an answer that comes twice is better
 * than none.
 * @throws the last error of Slack's client
 */
export function createPostOnce(needs: {
  /** One that does not try again by itself. */
  readonly client: webApi.WebClient;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly newKey: () => string;
}): PostOnce {
  const { client, now, sleep, newKey } = needs;
  return async (spot, message) => {
    const sought = { key: newKey(), since: now() };
    const args = {
      ...AS_IT_IS,
      ...message,
      channel: spot.channel,
      ...(spot.thread === null ? {} : { thread_ts: spot.thread }),
      metadata: keyed(sought.key),
    };
    for (const wait of [...WAITS_MS, null]) {
      try {
        return (await client.chat.postMessage(args)).ts;
      } catch (error) {
        const { fault, retryAfterMs } = toPostError(error);
        if (fault === 'closed' || fault === 'refused') throw error;
        if (wait !== null) await sleep(retryAfterMs ?? wait);
        const found = await findOwn(client, spot, sought).catch(() => null);
        if (found !== null) return found.ts;
        if (wait === null) throw error;
      }
    }
    return undefined;
  };
}
