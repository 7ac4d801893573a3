import type { App, BlockButtonAction, MessageShortcut } from '@slack/bolt';
import { createBoundary } from './boundary.js';
import type { AppNeeds } from './app-needs.js';
import type { Place, Reply } from './replies.js';
import { replyByAddress, replyInDirectMessage, replyInThread } from './replies.js';
import { listeners } from './listeners/listeners.js';
import type { AskListener } from './listeners/listener.js';
import { readMessage } from './read-message.js';
import { readText } from './read-text.js';

/**
 * Binds the table of listeners to Bolt. Here and nowhere else: acknowledge first, claim an event once, take
 * Slack's payload apart, and let nothing fail in silence.
 */
export function bindListeners(app: App, needs: AppNeeds): void {
  const { desk, identity, log, sleep } = needs;
  const guard = createBoundary(needs);
  const ask = (
    name: string,
    listener: AskListener,
    delivered: string,
    reply: Reply,
    thread: string | null,
  ): Promise<void> =>
    guard(name, reply, async () => {
      const text = readText(delivered, identity.botUserId);
      log.debug({ listener: name, question: text }, 'asked');
      await listener({ text, reply, thread }, desk);
    });

  app.command(desk.command, async ({ ack, command, respond, client }) => {
    await ack();
    const place = { channel: command.channel_id, user: command.user_id };
    const reply = replyByAddress(respond, place, { client, sleep });
    await ask(desk.command, listeners.command, command.text, reply, null);
  });

  app.event('app_mention', async ({ event, body, client }) => {
    const { user, channel, ts, thread_ts: thread = ts } = event;
    const eventKeys = [`event:${body.event_id}`, `app_mention:${body.team_id}:${channel}:${ts}`];
    if (user === undefined || isFromBot(event) || 'edited' in event) return;
    if (!(await claimAll(eventKeys))) return;
    const reply = replyInThread({ channel, user, thread }, { client });
    await ask(
      'app_mention',
      listeners.events.app_mention,
      event.text,
      reply,
      inThread(body, channel, thread),
    );
  });

  app.event('message', async ({ event: message, body, client }) => {
    if (message.channel_type !== 'im' || isFromBot(message)) return;
    // Edits, joins and the like come as subtypes and address nobody; a message with a file does.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    const { user, channel, ts, thread_ts: thread = ts, text = '' } = message;
    if (!(await claimAll([`event:${body.event_id}`, `message:${body.team_id}:${channel}:${ts}`])))
      return;
    const reply = replyInDirectMessage({ channel, user, thread }, { client });
    await ask('message', listeners.events.message, text, reply, inThread(body, channel, thread));
  });

  for (const [callbackId, listener] of Object.entries(listeners.shortcuts)) {
    const shortcut = { type: 'message_action', callback_id: callbackId } as const;
    app.shortcut<MessageShortcut>(shortcut, async ({ ack, body, respond, client }) => {
      await ack();
      const place = placeOfMessage(body);
      // Slack gives an address with each; the channel is the way to a person where one is missing.
      const reply = body.response_url
        ? replyByAddress(respond, place, { client, sleep })
        : replyInThread(place, { client });
      await guard(callbackId, reply, async () => {
        const text = readMessage(body.message, identity);
        log.debug({ listener: callbackId, question: text }, 'asked');
        await listener({ text, reply }, desk);
      });
    });
  }

  for (const [actionId, listener] of Object.entries(listeners.actions)) {
    app.action<BlockButtonAction>({ type: 'block_actions', action_id: actionId }, async (args) => {
      await args.ack();
      const { body, action, client } = args;
      const place = placeOfPress(body);
      const reply = replyByAddress(args.respond, place, { client, sleep });
      await guard(actionId, reply, () =>
        listener(
          {
            value: action.value,
            user: place.user,
            message: `${body.team?.id}:${place.channel}:${body.container['message_ts']}`,
            reply,
            openView: (view) => client.views.open({ trigger_id: body.trigger_id, view }),
          },
          desk,
        ),
      );
    });
  }

  app.error(async (error) => {
    log.error({ err: error }, 'a request from Slack could not be handled');
  });

  /** Both keys at once: a retry repeats the event's id, a second delivery of the same message does not. */
  async function claimAll(keys: readonly string[]): Promise<boolean> {
    const claimed = await Promise.all(keys.map((key) => desk.claims.claim(key)));
    return claimed.every(Boolean);
  }
}

/** A thread's name, unique over workspaces. */
function inThread({ team_id: team }: { team_id: string }, channel: string, thread: string): string {
  return `${team}:${channel}:${thread}`;
}

/** A press is answered in the thread of the message that holds the button. */
function placeOfPress({ user, channel, container }: BlockButtonAction): Place {
  const thread: unknown = container['thread_ts'];
  return {
    user: user.id,
    channel: channel?.id ?? String(container['channel_id']),
    thread: typeof thread === 'string' ? thread : undefined,
  };
}

/** A reply stands in the thread where its message does; the first message of a thread is read in the channel. */
function placeOfMessage({ user, channel, message }: MessageShortcut): Place {
  const thread: unknown = message['thread_ts'];
  return {
    user: user.id,
    channel: channel.id,
    thread: typeof thread === 'string' && thread !== message.ts ? thread : undefined,
  };
}

function isFromBot(event: object): boolean {
  return 'bot_id' in event && event.bot_id !== undefined;
}
