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
import { AS_IT_IS, findOwn, keyed } from './post-once.js';
import { asArguments } from './responder.js';

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
          metadata: keyed(key),
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
        return await findOwn(client, to, { key, since });
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
