import type { App, BlockAction, MessageShortcut } from '@slack/bolt';
import type { Log } from '../log.js';
import { isDirect } from './access.js';
import { StaleButtonError } from './actions.js';
import { createBoundary } from './boundary.js';
import { createGate } from './gate.js';
import type { ActionArgs, AskListener, ListenerArgs } from './listeners/listener.js';
import { showHome } from './listeners/home.js';
import { listeners } from './listeners/listeners.js';
import { isAnsweredOpenly } from './listeners/setup-or.js';
import { REASONS, workflowsPauseReason } from './messages/wording.js';
import type { Services } from './services.js';
import { tabArgs } from './tab-args.js';
import { withoutLosing } from './without-losing.js';
import type { Identity, Scope } from './wire/check-token.js';
import {
  isOldEdit,
  isSaidDirectly,
  placeOfMention,
  placeOfMessage,
  placeOfPress,
  threadKey,
  zoneOf,
} from './wire/payloads.js';
import { readMessage } from './wire/read-message.js';
import { readText } from './wire/read-text.js';
import {
  respondByAddress,
  respondDirectly,
  respondInThread,
  respondToAll,
  type Place,
  type Responder,
  type SlackClient,
} from './wire/responder.js';
import { showModal } from './wire/show-modal.js';
import { createWorkflows, MOST_AN_HOUR } from './wire/workflows.js';

export interface BindArgs {
  readonly services: Services;
  readonly identity: Identity;
  readonly log: Log;
  readonly newReference: () => string;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Binds the table of listeners to Bolt. Here and nowhere else: acknowledge first, claim an event once, take
 * Slack's payload apart, and let nothing fail in silence.
 */
export function bindListeners(app: App, args: BindArgs): void {
  const { identity, log, sleep } = args;
  const guard = createBoundary(args);
  const { services, remember } = withoutLosing(args);
  const workflows = createWorkflows({ ...services, log });
  // Slack names the organisation of whoever does something; what is kept is the house's.
  const { teamId: team } = identity;

  app.use(createGate({ services, identity, log, sleep, guard }));

  const lacks = (name: Scope['scope']): boolean =>
    identity.missingScopes.some(({ scope }) => scope === name);

  const argsOf = (
    client: SlackClient,
    place: Place,
    id: string,
    reply: Responder,
  ): ListenerArgs => ({
    where: { team: place.team, channel: place.channel },
    user: place.user,
    // A person's id stands for the direct message with them.
    direct: isDirect(place.channel),
    id,
    zone: () => zoneOf(client, place.user),
    reply,
  });

  const ask = async (
    name: string,
    listener: AskListener,
    text: string,
    asker: ListenerArgs,
    thread: string | null,
  ): Promise<void> => {
    log.debug({ listener: name, question: text }, 'asked');
    await listener({ ...asker, text, thread }, services);
  };

  app.command(services.command, async ({ ack, command, respond, client }) => {
    await ack();
    const { channel_id: channel, user_id: user, trigger_id: id } = command;
    const place = { team, channel, user };
    const reply = respondByAddress(respond, place, { client, sleep, remember });
    const asker = argsOf(client, place, id, reply);
    await guard(services.command, reply, () =>
      ask(services.command, listeners.command, readText(command.text), asker, null),
    );
  });

  app.event('app_mention', async ({ event, body, client }) => {
    const { bot_id: bot, channel, ts, thread_ts: thread = ts } = event;
    if (bot === identity.botId || (bot === undefined && event.user === undefined)) return;
    const place = placeOfMention(event, team);
    const turn = bot === undefined ? 'answer' : await workflows(bot, place, client);
    if (turn === 'ignore') return;
    const reply = (bot === undefined ? respondInThread : respondToAll)(place, { client, remember });
    const asker = argsOf(client, place, body.event_id, reply);
    const text = readText(event.text);
    const listener = bot === undefined ? 'app_mention' : 'workflow_mention';
    const work = async (): Promise<void> => {
      if (!(await claimOnce('app_mention', body.event_id, channel, ts))) return;
      if (turn === 'pause') return reply.explain(workflowsPauseReason(MOST_AN_HOUR));
      // Whether a message as old as that was answered before its edit is not known any more.
      if (isOldEdit(event, services.now().getTime())) return reply.explain(REASONS.oldEdit);
      const key = threadKey(team, channel, thread);
      await ask(listener, listeners.events[listener], text, asker, key);
    };
    await guard(listener, reply, work, isAnsweredOpenly(text) ? 'openly' : 'privately');
  });

  app.event('message', async ({ event: message, body, client }) => {
    if (!isSaidDirectly(message)) return;
    const { user, channel, ts, text = '' } = message;
    const thread = ('thread_ts' in message ? message.thread_ts : undefined) ?? ts;
    const place = { team, channel, user, thread };
    const reply = respondDirectly(place, { client });
    const asker = argsOf(client, place, body.event_id, reply);
    await guard('message', reply, async () => {
      if (!(await claimOnce('message', body.event_id, channel, ts))) return;
      const key = threadKey(team, channel, thread);
      await ask('message', listeners.events.message, readText(text), asker, key);
    });
  });

  app.event('app_home_opened', async ({ event, client }) => {
    const { user, channel, tab } = event;
    // The pane beside the messages comes with the agent manifest alone.
    if (tab === 'messages' && lacks('assistant:write')) return;
    const place = { team, channel, user };
    // Nobody waits for it, and it is drawn anew the next time.
    await listeners.events
      .app_home_opened({ ...tabArgs(client, place), tab }, services)
      .catch((err: unknown) => log.error({ err, tab }, 'a tab of the bot could not be drawn'));
  });

  for (const [id, listener] of orStale(listeners.shortcuts, REASONS.oldShortcut)) {
    const shortcut = { type: 'message_action', callback_id: id } as const;
    app.shortcut<MessageShortcut>(shortcut, async ({ ack, body, respond, client }) => {
      await ack();
      const place = placeOfMessage(body, team);
      // Slack gives an address with each; the channel is the way to a person where one is missing.
      const reply = body.response_url
        ? respondByAddress(respond, place, { client, sleep, remember })
        : respondInThread(place, { client, remember });
      const callbackId = body.callback_id;
      await guard(callbackId, reply, async () => {
        const text = readMessage(body.message, identity);
        log.debug({ listener: callbackId, question: text }, 'asked');
        await listener({ text, reply }, services);
      });
    });
  }

  for (const [id, listener] of orStale(listeners.actions)) {
    app.action<BlockAction>(
      { type: 'block_actions', action_id: id },
      async ({ ack, body, action, client, respond }) => {
        await ack();
        const actionId = action.action_id;
        const place = placeOfPress(body, team);
        // What is pressed in a tab or a form comes with no address.
        const reply =
          body.response_url === undefined || body.response_url === ''
            ? respondDirectly(place, { client })
            : respondByAddress(respond, place, { client, sleep, remember });
        const modal = {
          client,
          reply,
          trigger: body.trigger_id,
          guard: (inModal: Responder, work: () => Promise<void>) => guard(actionId, inModal, work),
        };
        const pressed: ActionArgs = {
          ...argsOf(client, place, body.trigger_id, reply),
          value: 'value' in action ? (action.value ?? undefined) : undefined,
          message: `${place.team}:${place.channel}:${body.container['message_ts']}`,
          showModal: (title, fill) => showModal(title, fill, modal),
          async redrawHome(at, asked) {
            if (body.view?.type === 'home') await showHome(tabArgs(client, place), at, asked);
          },
        };
        await guard(actionId, reply, () => listener(pressed, services));
      },
    );
  }

  for (const [id, listener] of orStale(listeners.views, REASONS.oldForm)) {
    app.view({ type: 'view_submission', callback_id: id }, async ({ ack, body, client }) => {
      const { view, user } = body;
      const place = { team, channel: user.id, user: user.id };
      const reply = respondDirectly(place, { client });
      const submitted = {
        ...argsOf(client, place, view.id, reply),
        values: view.state.values,
        privateMetadata: view.private_metadata,
        // A form speaks of a channel, and its change is said there.
        replyIn: (channel: string) => respondInThread({ ...place, channel }, { client, remember }),
      };
      await guard(view.callback_id, reply, async () => {
        let outcome: ReturnType<typeof listener>;
        try {
          outcome = listener(submitted, services);
        } catch (error) {
          await ack();
          throw error;
        }
        if ('errors' in outcome) return ack({ response_action: 'errors', errors: outcome.errors });
        await ack();
        await outcome.work();
      });
    });
  }

  app.error(async (error) => {
    log.error({ err: error }, 'a request from Slack could not be handled');
  });

  /** Both keys at once: a retry repeats the event's id, a second delivery of the same message does not. */
  async function claimOnce(
    event: string,
    id: string,
    channel: string,
    ts: string,
  ): Promise<boolean> {
    const keys = [`event:${id}`, `${event}:${team}:${channel}:${ts}`];
    const claimed = await Promise.all(keys.map((key) => services.claims.claim(key)));
    return claimed.every(Boolean);
  }
}

/** The listeners by their names in Slack, and one for every other name, which is from an older version of the bot. */
function orStale<T>(
  table: Readonly<Record<string, T>>,
  why?: string,
): [string | RegExp, T | (() => never)][] {
  const names = Object.keys(table);
  const stale = (): never => {
    throw new StaleButtonError(why);
  };
  return [...Object.entries(table), [new RegExp(`^(?!(?:${names.join('|')})$)`), stale]];
}
