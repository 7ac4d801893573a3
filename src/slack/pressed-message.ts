import type { BlockAction, RespondFn } from '@slack/bolt';
import type { PressedMessage } from './listeners/listener.js';
import { isNoMember } from './messages/refusals.js';
import { slackCode } from './wire/post-error.js';
import type { SlackClient } from './wire/responder.js';

/** The message that the payload of a press says the button stands in. */
export function pressedMessage(
  { container }: BlockAction,
  channel: string,
  { client, respond }: { readonly client: SlackClient; readonly respond: RespondFn },
): PressedMessage {
  const held: unknown = container['message_ts'];
  const ts = typeof held === 'string' ? held : '';
  const isPrivate = container['is_ephemeral'] === true;

  async function removeForAll(): Promise<void> {
    try {
      await client.chat.delete({ channel, ts });
    } catch (error) {
      const code = slackCode(error) ?? '';
      if (code === 'message_not_found') return;
      if (!isNoMember(code)) throw error;
      // By the address of a press the bot reaches its message where it is no member, too.
      await removeOriginal();
    }
  }

  async function removeOriginal(): Promise<void> {
    // Slack ignores it beside anything else in the body.
    await respond({ delete_original: true });
  }

  return { ts, isPrivate, remove: isPrivate ? removeOriginal : removeForAll };
}
