import type { App, BlockAction, MessageShortcut, webApi } from '@slack/bolt';
import type { NewPost } from '../store/posts.js';
import type { AppNeeds } from './app-needs.js';
import { createBoundary } from './boundary.js';
import type { Desk } from './desk.js';
import { listeners } from './listeners/listeners.js';
import type { AskListener, FormListener, From, Pressed, Visitor } from './listeners/listener.js';
import { showHome } from './listeners/open-home.js';
import { readMessage } from './wire/read-message.js';
import { readText } from './wire/read-text.js';
import type { Place, Reply } from './wire/replies.js';
import { replyByAddress, replyInDirectMessage, replyInThread } from './wire/replies.js';

/**
 * Binds the table of listeners to Bolt. Here and nowhere else: acknowledge first, claim an event once, take
 * Slack's payload apart, and let nothing fail in silence.
 */
export function bindListeners(app: App, needs: AppNeeds): void {
  const { identity, log, sleep } = needs;
  const { posts, threads } = needs.desk;
  const guard = createBoundary(needs);

  /** What was posted and cannot be remembered was posted none the less. */
  const afterwards = async (work: Promise<void>, lost: string): Promise<void> => {
    try {
      await work;
    } catch (err) {
      log.error({ err }, `a message was posted, but is not remembered for ${lost}`);
    }
  };
  const desk: Desk = {
    ...needs.desk,
    threads: {
      questions: (thread) => threads.questions(thread),
      remember: (thread, question) =>
        afterwards(threads.remember(thread, question), 'what follows in its thread'),
    },
  };
  const remember = (post: Omit<NewPost, 'at'>): Promise<void> =>
    afterwards(posts.remember({ ...post, at: desk.now() }), 'corrections');

  const from = (client: webApi.WebClient, place: Place, id: string, reply: Reply): From => ({
    where: { team: place.team, channel: place.channel },
    user: place.user,
    // A person's id stands for the direct message with them.
    direct: /^[DUW]/.test(place.channel),
    id,
    zone: () => zoneOf(client, place.user),
    reply,
  });

  const ask = (
    name: string,
    listener: AskListener,
    delivered: string,
    asker: From,
    thread: string | null,
  ): Promise<void> =>
    guard(name, asker.reply, async () => {
      const text = readText(delivered, identity.botUserId);
      log.debug({ listener: name, question: text }, 'asked');
      await listener({ ...asker, text, thread }, desk);
    });

  app.command(desk.command, async ({ ack, command, respond, client }) => {
    await ack();
    const { team_id: team, channel_id: channel, user_id: user, trigger_id: id } = command;
    const place = { team, channel, user };
    const reply = replyByAddress(respond, place, { client, sleep, remember });
    await ask(desk.command, listeners.command, command.text, from(client, place, id, reply), null);
  });

  app.event('app_mention', async ({ event, body, client }) => {
    const { user, channel, ts, thread_ts: thread = ts } = event;
    const eventKeys = [`event:${body.event_id}`, `app_mention:${body.team_id}:${channel}:${ts}`];
    if (user === undefined || isFromBot(event) || 'edited' in event) return;
    const place = { team: body.team_id, channel, user, thread };
    const reply = replyInThread(place, { client, remember });
    await guard('app_mention', reply, async () => {
      if (!(await claimAll(eventKeys))) return;
      await ask(
        'app_mention',
        listeners.events.app_mention,
        event.text,
        from(client, place, body.event_id, reply),
        inThread(body, channel, thread),
      );
    });
  });

  app.event('message', async ({ event: message, body, client }) => {
    if (message.channel_type !== 'im' || isFromBot(message)) return;
    // Edits, joins and the like come as subtypes and address nobody; a message with a file does.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    const { user, channel, ts, thread_ts: thread = ts, text = '' } = message;
    const eventKeys = [`event:${body.event_id}`, `message:${body.team_id}:${channel}:${ts}`];
    const place = { team: body.team_id, channel, user, thread };
    const reply = replyInDirectMessage(place, { client });
    await guard('message', reply, async () => {
      if (!(await claimAll(eventKeys))) return;
      await ask(
        'message',
        listeners.events.message,
        text,
        from(client, place, body.event_id, reply),
        inThread(body, channel, thread),
      );
    });
  });

  app.event('app_home_opened', async ({ event, body, client }) => {
    const { user, channel, tab } = event;
    const place = { team: body.team_id, channel, user };
    const visitor = { ...visitorOf(client, place), tab };
    // Nobody waits for it, and it is drawn anew the next time.
    await listeners.events
      .app_home_opened(visitor, desk)
      .catch((err: unknown) => log.error({ err, tab }, 'a tab of the bot could not be drawn'));
  });

  for (const [callbackId, listener] of Object.entries(listeners.shortcuts)) {
    const shortcut = { type: 'message_action', callback_id: callbackId } as const;
    app.shortcut<MessageShortcut>(shortcut, async ({ ack, body, respond, client }) => {
      await ack();
      const place = placeOfMessage(body);
      // Slack gives an address with each; the channel is the way to a person where one is missing.
      const reply = body.response_url
        ? replyByAddress(respond, place, { client, sleep, remember })
        : replyInThread(place, { client, remember });
      await guard(callbackId, reply, async () => {
        const text = readMessage(body.message, identity);
        log.debug({ listener: callbackId, question: text }, 'asked');
        await listener({ text, reply }, desk);
      });
    });
  }

  for (const [actionId, listener] of Object.entries(listeners.actions)) {
    app.action<BlockAction>({ type: 'block_actions', action_id: actionId }, async (args) => {
      await args.ack();
      const { body, action, client } = args;
      const place = placeOfPress(body);
      // What is pressed in a tab or a form comes with no address.
      const reply =
        body.response_url === undefined || body.response_url === ''
          ? replyInDirectMessage(place, { client })
          : replyByAddress(args.respond, place, { client, sleep, remember });
      const pressed: Pressed = {
        ...from(client, place, body.trigger_id, reply),
        value: 'value' in action ? (action.value ?? undefined) : undefined,
        message: `${place.team}:${place.channel}:${body.container['message_ts']}`,
        openView: (view) => client.views.open({ trigger_id: body.trigger_id, view }),
        async changed(at, asked) {
          if (body.view?.type === 'home') await showHome(visitorOf(client, place), at, asked);
        },
      };
      await guard(actionId, reply, () => listener(pressed, desk));
    });
  }

  for (const [callbackId, listener] of Object.entries(listeners.views)) {
    app.view(
      { type: 'view_submission', callback_id: callbackId },
      async ({ ack, body, client }) => {
        const { view, user, team } = body;
        const place = { team: team?.id ?? view.team_id, channel: user.id, user: user.id };
        const reply = replyInDirectMessage(place, { client });
        await guard(callbackId, reply, async () => {
          const { values } = view.state;
          const submitted = { values, privateMetadata: view.private_metadata };
          const form = { ...from(client, place, view.id, reply), ...submitted, replyIn };
          let outcome: ReturnType<FormListener>;
          try {
            outcome = listener(form, desk);
          } catch (error) {
            await ack();
            throw error;
          }
          if ('errors' in outcome)
            return ack({ response_action: 'errors', errors: outcome.errors });
          await ack();
          await outcome.work();
        });

        /** A form speaks of a channel, and its change is said there. */
        function replyIn(channel: string): Reply {
          return replyInThread({ ...place, channel }, { client, remember });
        }
      },
    );
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

function visitorOf(client: webApi.WebClient, { team, channel, user }: Place): Visitor {
  return {
    where: { team, channel },
    user,
    async publish(view) {
      await client.views.publish({ user_id: user, view });
    },
    async suggest([first, ...others]) {
      if (first)
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          prompts: [first, ...others],
        });
    },
  };
}

/** `null` where Slack does not tell, as without the scope `users:read`: a person's zone is a courtesy. */
async function zoneOf(client: webApi.WebClient, user: string): Promise<string | null> {
  const known = await client.users.info({ user }).catch(() => null);
  return known?.user?.tz ?? null;
}

/** A thread's name, unique over workspaces. */
function inThread({ team_id: team }: { team_id: string }, channel: string, thread: string): string {
  return `${team}:${channel}:${thread}`;
}

/** A press is answered in the thread of the message that holds the button; one in a tab, in a direct message. */
function placeOfPress({ user, team, channel, container }: BlockAction): Place {
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
function placeOfMessage({ user, team, channel, message }: MessageShortcut): Place {
  const thread: unknown = message['thread_ts'];
  return {
    team: team?.id ?? '',
    user: user.id,
    channel: channel.id,
    thread: typeof thread === 'string' && thread !== message.ts ? thread : undefined,
  };
}

function isFromBot(event: object): boolean {
  return 'bot_id' in event && event.bot_id !== undefined;
}
