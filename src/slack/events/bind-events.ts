import type { App } from '@slack/bolt';
import type { Log } from '../../log.js';
import { shorten } from '../../requests/wording.js';
import type { Boundary } from '../boundary.js';
import { listenerArgs, tabArgs } from '../listener-args.js';
import type { AskListener, ListenerArgs } from '../listeners/listener.js';
import { listeners } from '../listeners/listeners.js';
import { isFollowUp } from '../listeners/follow-up.js';
import { isAnsweredOpenly } from '../listeners/setup-or.js';
import { REASONS, workflowsPauseReason } from '../messages/wording.js';
import type { Services } from '../services.js';
import type { Identity } from '../wire/check-token.js';
import {
  isOldEdit,
  isSaidDirectly,
  isSaidInThread,
  placeOfMention,
  type SaidInThread,
  threadKey,
} from '../wire/payloads.js';
import { readCaller } from '../wire/read-caller.js';
import { readText } from '../wire/read-text.js';
import {
  respondDirectly,
  respondInThread,
  respondToAll,
  type Responder,
  type ResponderArgs,
  type SlackClient,
} from '../wire/responder.js';
import { createAgentSessions } from './agent-sessions.js';
import { createWorkflows, MOST_AN_HOUR } from './workflows.js';

interface EventNeeds extends Pick<ResponderArgs, 'post' | 'remember'> {
  readonly services: Services;
  readonly identity: Identity;
  readonly log: Log;
  readonly guard: Boundary;
}

/** Slack takes 200 characters, and shows some forty. */
const TITLE_LENGTH = 100;

/** Binds what Slack tells of: mentions, messages, tabs that are opened. Each event is claimed once before any work. */
export function bindEvents(app: App, needs: EventNeeds): void {
  const { services, identity, log, guard, post, remember } = needs;
  const workflows = createWorkflows({ ...services, log });
  const { teamId: team } = identity;

  const sessions = createAgentSessions({ log });
  // The pane beside the messages comes with the agent manifest, and so does this right.
  const isAgent = !identity.missingScopes.some(({ scope }) => scope === 'assistant:write');

  const ask = async (
    name: string,
    listener: AskListener,
    text: string,
    asker: ListenerArgs,
    thread: string,
  ): Promise<void> => {
    log.debug({ listener: name, question: text }, 'asked');
    await listener({ ...asker, text, thread }, services);
  };

  app.event('app_mention', async ({ event, body, client }) => {
    const { bot_id: bot, channel, ts, thread_ts: thread = ts } = event;
    if (bot === identity.botId || (bot === undefined && event.user === undefined)) return;
    const place = placeOfMention(event, team);
    const turn = bot === undefined ? 'answer' : await workflows(bot, place, client);
    if (turn === 'ignore') return;
    const reply = (bot === undefined ? respondInThread : respondToAll)(place, {
      client,
      post,
      remember,
    });
    const asker = listenerArgs(client, place, body.event_id, reply);
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
    if (isSaidInThread(message)) return hearThread(message, body.event_id, client);
    if (!isSaidDirectly(message)) return;
    const { user, channel, ts, text = '' } = message;
    const thread = ('thread_ts' in message ? message.thread_ts : undefined) ?? ts;
    const place = { team, channel, user, thread };
    const reply = respondDirectly(place, { post });
    const said = readText(text);
    const answer = (way: Responder): Promise<void> =>
      guard('message', reply, () =>
        ask(
          'message',
          listeners.events.message,
          said,
          listenerArgs(client, place, body.event_id, way),
          threadKey(team, channel, thread),
        ),
      );
    await guard('message', reply, async () => {
      if (!(await claimOnce('message', body.event_id, channel, ts))) return;
      if (!isAgent) return answer(reply);
      // A thread is called by what began it, and not at all by a greeting.
      const title = thread === ts && isAnsweredOpenly(said) ? shorten(said, TITLE_LENGTH) : null;
      await sessions.during({ client, channel, thread, title }, reply, answer);
    });
  });

  app.event('agent_session_stopped', async ({ event: { channel, thread_ts: thread }, client }) => {
    if (isAgent) await sessions.stop({ client, channel, thread });
  });

  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== identity.botUserId) return;
    const { channel, inviter = '' } = event;
    const where = { team, channel };
    const reply = respondToAll({ ...where, user: inviter }, { post, remember });
    const { isShared } = readCaller(body);
    // Nobody has asked for it, so nobody is told that it failed.
    await listeners.events
      .member_joined_channel({ where, reply, isShared }, services)
      .catch((err: unknown) => log.error({ err, channel }, 'a channel could not be greeted'));
  });

  app.event('app_home_opened', async ({ event, client }) => {
    const { user, channel, tab = 'home' } = event;
    const tabs = listeners.events.app_home_opened;
    // Slack may have tabs that the bot knows nothing of.
    if (!Object.hasOwn(tabs, tab) || (tab === 'messages' && !isAgent)) return;
    const open = tabs[tab];
    // Nobody waits for it, and it is drawn anew the next time.
    await open(tabArgs(client, { team, channel, user }), services).catch((err: unknown) =>
      log.error({ err, tab }, 'a tab of the bot could not be drawn'),
    );
  });

  /** What is said in a thread of a channel is for people, unless it is a follow-up. */
  async function hearThread(
    { user, channel, ts, thread_ts: thread, text = '' }: SaidInThread,
    id: string,
    client: SlackClient,
  ): Promise<void> {
    const where = { team, channel };
    const key = threadKey(team, channel, thread);
    // Nobody has named the bot: what fails before it is sure to be meant is told to nobody.
    const isMeant = await isFollowUp({ text, where, thread: key }, services).catch(
      (err: unknown) => {
        log.error({ err, channel }, 'a follow-up may have gone unheard');
        return false;
      },
    );
    if (!isMeant) return;
    const reply = respondInThread({ ...where, user, thread }, { client, post, remember });
    const asker = listenerArgs(client, { ...where, user }, id, reply);
    const work = async (): Promise<void> => {
      if (!(await claimOnce('message', id, channel, ts))) return;
      await ask('follow_up', listeners.events.follow_up, readText(text), asker, key);
    };
    await guard('follow_up', reply, work, 'openly');
  }

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
