import type { Log } from '../../log.js';
import type { webApi } from '@slack/bolt';
import {
  PostError,
  type Address,
  type Outbox,
  type OutboxMessage,
} from '../../digest/delivery/outbox.js';
import type { Message } from '../messages/blocks.js';
import { markedMessage } from '../messages/correction-mark.js';
import { encodeBody } from '../messages/posted-body.js';
import { sayRefusal } from '../messages/refusals.js';
import { STRANGE_ANSWER } from './client.js';
import { toPostError } from './post-error.js';
import { AS_IT_IS, asArguments } from './responder.js';

/** Slack's name for the kind of a message's metadata; the key is in its payload. */
const EVENT_TYPE = 'clipdesk_delivery';

/** The clocks of Slack and of this machine may differ by so much, in milliseconds. */
const SKEW_MS = 5 * 60_000;

/** Our own message is among the newest: so many pages, of so many messages, are looked through. */
const PAGES = 10;
const PAGE_LENGTH = 200;

/**
 * Posts what nobody asked for just now. Nothing is tried twice here: whoever delivers looks for the message first.
 * `write` makes a message of what is to be said; it is the same each time for the same.
 */
export function createChannelPoster(needs: {
  /** One that does not try again by itself. */
  readonly client: webApi.WebClient;
  readonly log: Log;
  /** Why words of the archive may not be posted in a channel; `null` where they may. */
  readonly barred: (channel: string) => Promise<string | null>;
  readonly write: (outgoing: OutboxMessage, key: string) => Message;
}): Outbox {
  const { client, log, barred, write } = needs;

  /** A channel may have been shared with another organisation since somebody set up what is sent there. */
  async function checkReaders({ channel }: Address): Promise<void> {
    let why: string | null;
    try {
      why = await barred(channel);
    } catch (error) {
      const { reason, retryAfterMs } = toPostError(error);
      throw new PostError('later', reason, retryAfterMs, { cause: error });
    }
    if (why !== null) throw new PostError('closed', why);
  }

  /** Messages of the place, newest first, replies of a thread in Slack's own order. */
  async function* readBack({ channel, thread }: Address, since: Date) {
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

  return {
    shown: (outgoing, key) => write(outgoing, key).cites ?? [],

    async post(to, outgoing, key) {
      const { channel, thread } = to;
      await checkReaders(to);
      const message = write(outgoing, key);
      try {
        const { ts } = await client.chat.postMessage({
          ...AS_IT_IS,
          ...asArguments(message),
          channel,
          metadata: { event_type: EVENT_TYPE, event_payload: { key } },
          ...(thread === null ? {} : { thread_ts: thread }),
        });
        if (ts === undefined) throw new PostError('unsure', STRANGE_ANSWER);
        return { ts, body: encodeBody(message) };
      } catch (error) {
        const refused = error instanceof PostError ? error : toPostError(error);
        const { reason } = refused;
        log.warn({ channel, reason, because: sayRefusal(reason) }, 'a message was not posted');
        throw refused;
      }
    },

    async find(to, key, since) {
      // What a person is told goes to a channel whose name is not known here: told twice is better than never.
      if (/^[UW]/.test(to.channel)) return null;
      try {
        for await (const { ts, metadata } of readBack(to, since))
          if (ts !== undefined && metadata?.event_type === EVENT_TYPE && keyIn(metadata) === key)
            return { ts };
        return null;
      } catch (error) {
        throw toPostError(error);
      }
    },

    async mark({ channel, ts }, body, corrections) {
      try {
        await client.chat.update({ ...asArguments(markedMessage(body, corrections)), channel, ts });
      } catch (error) {
        throw toPostError(error);
      }
    },
  };
}

function keyIn({ event_payload: payload }: { event_payload?: object }): unknown {
  return payload && 'key' in payload ? payload.key : undefined;
}
