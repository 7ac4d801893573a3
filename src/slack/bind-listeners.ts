import type { App, BlockAction, MessageShortcut } from '@slack/bolt';
import type { Log } from '../log.js';
import { StaleButtonError } from './actions.js';
import { createBoundary } from './boundary.js';
import { bindEvents } from './events/bind-events.js';
import { createGate } from './gate.js';
import { listenerArgs, tabArgs } from './listener-args.js';
import type { ActionArgs } from './listeners/listener.js';
import { showHome } from './listeners/home.js';
import { listeners } from './listeners/listeners.js';
import { REASONS } from './messages/wording.js';
import { pressedMessage } from './pressed-message.js';
import type { Services } from './services.js';
import { withoutLosing } from './without-losing.js';
import type { Identity } from './wire/check-token.js';
import type { PostOnce } from './wire/post-once.js';
import { placeOfMessage, placeOfPress } from './wire/payloads.js';
import { readMessage } from './wire/read-message.js';
import { readText } from './wire/read-text.js';
import {
  respondByAddress,
  respondDirectly,
  respondInThread,
  type Responder,
} from './wire/responder.js';
import { showModal } from './wire/show-modal.js';

export interface BindArgs {
  readonly services: Services;
  readonly identity: Identity;
  readonly log: Log;
  readonly newReference: () => string;
  readonly post: PostOnce;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Binds the table of listeners to Bolt. Here, and in `events` for what Slack tells of, and nowhere else: acknowledge
 * first, claim an event once, take Slack's payload apart, and let nothing fail in silence.
 */
export function bindListeners(app: App, args: BindArgs): void {
  const { identity, log, post, sleep } = args;
  const guard = createBoundary(args);
  const { services, remember } = withoutLosing(args);
  // Slack names the organisation of whoever does something; what is kept is the house's.
  const { teamId: team } = identity;

  app.use(createGate({ services, identity, log, post, sleep, guard }));

  app.command(services.command, async ({ ack, command, respond, client }) => {
    await ack();
    const { channel_id: channel, user_id: user, trigger_id: id } = command;
    const place = { team, channel, user };
    const reply = respondByAddress(respond, place, { post, sleep, remember });
    const asker = listenerArgs(client, place, id, reply);
    await guard(services.command, reply, async () => {
      const text = readText(command.text);
      log.debug({ listener: services.command, question: text }, 'asked');
      await listeners.command({ ...asker, text, thread: null }, services);
    });
  });

  bindEvents(app, { services, identity, log, guard, post, remember });

  for (const [id, listener] of orStale(listeners.shortcuts, REASONS.oldShortcut)) {
    const shortcut = { type: 'message_action', callback_id: id } as const;
    app.shortcut<MessageShortcut>(shortcut, async ({ ack, body, respond, client }) => {
      await ack();
      const place = placeOfMessage(body, team);
      // Slack gives an address with each; the channel is the way to a person where one is missing.
      const reply = body.response_url
        ? respondByAddress(respond, place, { post, sleep, remember })
        : respondInThread(place, { client, post, remember });
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
            ? respondDirectly(place, { post })
            : respondByAddress(respond, place, { post, sleep, remember });
        const modal = {
          client,
          reply,
          trigger: body.trigger_id,
          opened: body.view?.type === 'modal' ? body.view : null,
          guard: (inModal: Responder, work: () => Promise<void>) => guard(actionId, inModal, work),
        };
        const pressed: ActionArgs = {
          ...listenerArgs(client, place, body.trigger_id, reply),
          value: 'value' in action ? (action.value ?? undefined) : undefined,
          message: `${place.team}:${place.channel}:${body.container['message_ts']}`,
          pressed: pressedMessage(body, place.channel, { client, respond }),
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
      const reply = respondDirectly(place, { post });
      const submitted = {
        ...listenerArgs(client, place, view.id, reply),
        values: view.state.values,
        privateMetadata: view.private_metadata,
        redrawHome: (at: Services) => showHome(tabArgs(client, place), at),
        // A form speaks of a channel, and its change is said there.
        replyIn: (channel: string) =>
          respondInThread({ ...place, channel }, { client, post, remember }),
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
