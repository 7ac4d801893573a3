import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.js';
import { isDirect } from './access.js';
import { ACTIONS } from './actions.js';
import type { Boundary } from './boundary.js';
import { isHelp } from './listeners/is-help.js';
import { parseSetup } from './listeners/setup-or.js';
import { reasonMessage } from './messages/blocks.js';
import { outsiderHome } from './messages/home-view.js';
import { barredReason, outsiderReason } from './messages/wording.js';
import type { Services } from './services.js';
import type { Identity } from './wire/check-token.js';
import { readCaller, type Caller } from './wire/read-caller.js';
import type { PostOnce } from './wire/post-once.js';
import { readText } from './wire/read-text.js';
import {
  respondByAddress,
  respondDirectly,
  respondInThread,
  type Responder,
} from './wire/responder.js';

interface GateArgs {
  readonly services: Services;
  readonly identity: Identity;
  readonly log: Log;
  readonly post: PostOnce;
  readonly sleep: (ms: number) => Promise<void>;
  readonly guard: Boundary;
}

/**
 * What somebody wants of the bot: to be answered (`ask`), to be answered for all to read (`post`), to see or change what
 * is set up (`set`), to look at the bot's Home. `none` addresses nobody.
 */
type Wish = 'ask' | 'post' | 'set' | 'home' | 'none';

/** What the buttons are for. Share looks for itself who reads along. */
const WISHES: ReadonlyMap<string, Wish> = new Map(
  Object.entries({
    [ACTIONS.share]: 'ask',
    [ACTIONS.more]: 'ask',
    [ACTIONS.respell]: 'ask',
    [ACTIONS.open]: 'ask',
    [ACTIONS.reveal]: 'ask',
    [ACTIONS.article]: 'ask',
    [ACTIONS.previousPage]: 'ask',
    [ACTIONS.nextPage]: 'ask',
    [ACTIONS.moreDigest]: 'ask',
    [ACTIONS.homeSearch]: 'ask',
    [ACTIONS.editDigest]: 'set',
    [ACTIONS.previewDigest]: 'set',
    [ACTIONS.sendDigest]: 'set',
    [ACTIONS.pauseDigest]: 'set',
    [ACTIONS.resumeDigest]: 'set',
    [ACTIONS.endDigest]: 'set',
    [ACTIONS.removeWatch]: 'set',
    [ACTIONS.moreWatches]: 'set',
    [ACTIONS.openChannel]: 'set',
    // What one has asked for one may take away.
    [ACTIONS.remove]: 'ask',
    [ACTIONS.report]: 'set',
    [ACTIONS.newWatch]: 'set',
    [ACTIONS.newDigest]: 'set',
  } as const satisfies Record<(typeof ACTIONS)[keyof typeof ACTIONS], Wish>),
);

/** An outsider is told why once in so long, in milliseconds; to all else there is silence. */
const TOLD_EVERY_MS = 60 * 60_000;

/**
 * Stands before every listener. People of other organisations are let through only where a channel was opened, and
 * then to ask; nobody is answered for all to read where others read along unasked. Whoever is held back is told why.
 */
export function createGate(args: GateArgs): Middleware<AnyMiddlewareArgs> {
  const { services, identity, log, post, sleep, guard } = args;
  const { access, claims, command, handle, now } = services;

  /** True no more than once an hour: whoever takes an hour of the clock takes the next one with it. */
  async function isFirstInAWhile(key: string): Promise<boolean> {
    const span = Math.floor(now().getTime() / TOLD_EVERY_MS);
    return (await claims.claim(`${key}:${span}`)) && (await claims.claim(`${key}:${span + 1}`));
  }

  async function turnAway(caller: Caller, wish: Wish, reply: Responder | null): Promise<void> {
    const { user, channel } = caller;
    log.info({ user, channel, wish }, 'somebody of another organisation was not let in');
    if (reply === null || wish === 'none') return;
    const place = channel ?? user ?? '';
    const isFree = wish === 'set' && (await access.isOpen(place));
    const why = isFree ? 'set' : isDirect(place) ? 'direct' : 'closed';
    if (!(await isFirstInAWhile(`outsider:${why}:${place}:${user}`))) return;
    const message = reasonMessage(outsiderReason(why, { house: identity.team, command }));
    await reply.privately(message);
  }

  async function mayOutsider({ channel }: Caller, wish: Wish): Promise<boolean> {
    return (wish === 'ask' || wish === 'post') && channel !== null && access.isOpen(channel);
  }

  /** Whether an answer may be posted where somebody mentioned the bot; whoever did is told once why not. */
  async function mayPost(
    { user, channel, isShared }: Caller,
    reply: Responder | null,
    ts: string,
  ): Promise<boolean> {
    if (channel === null) return false;
    const bar = await access.barred(channel, isShared);
    if (bar === null) return true;
    log.info({ channel, bar }, 'an answer for all to read was held back');
    if (reply && (await claims.claim(`barred:${channel}:${ts}:${user}`)))
      await reply.explain(barredReason(bar, { command, handle }));
    return false;
  }

  return async (middleware) => {
    const { body, client, next } = middleware;
    const caller = readCaller(body);
    const { wish, ts } = readWish(body, caller);
    const reply = replyTo(caller, middleware, { team: identity.teamId, post, sleep });

    if (await access.isOutsider(caller)) {
      if (await mayOutsider(caller, wish)) return next();
      if ('ack' in middleware) await middleware.ack?.();
      if (wish === 'home' && caller.user !== null) {
        const why = outsiderReason('direct', { house: identity.team, command });
        await client.views.publish({ user_id: caller.user, view: outsiderHome(why) });
      } else await turnAway(caller, wish, reply);
      return;
    }

    let isLetIn = wish !== 'post';
    const look = async (): Promise<void> => {
      isLetIn = await mayPost(caller, reply, ts);
    };
    if (wish === 'post') await (reply === null ? look() : guard('gate', reply, look));
    if (isLetIn) await next();
  };
}

const payload = z.looseObject({
  type: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  event: z
    .looseObject({
      type: z.string(),
      ts: z.string().optional().catch(undefined),
      hidden: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  actions: z
    .array(z.looseObject({ action_id: z.string() }))
    .optional()
    .catch(undefined),
});

function readWish(
  body: unknown,
  { text, channel }: Caller,
): { readonly wish: Wish; readonly ts: string } {
  const { type, command, event, actions } = payload.parse(body);
  const ts = event?.ts ?? '';
  const said = readText(text);
  const isSetup = parseSetup(said) !== null;
  if (command !== undefined) return { wish: isSetup ? 'set' : 'ask', ts };
  switch (event?.type ?? type) {
    case 'app_mention':
      return { wish: isSetup ? 'set' : isHelp(said) ? 'ask' : 'post', ts };
    case 'message':
      // Edits and the like are told of, and address nobody; nor does what is said in a channel without a mention.
      if (event?.hidden === true || !isDirect(channel ?? '')) return { wish: 'none', ts };
      return { wish: isSetup ? 'set' : 'ask', ts };
    case 'app_home_opened':
      return { wish: 'home', ts };
    case 'block_actions':
      return { wish: WISHES.get(actions?.[0]?.action_id ?? '') ?? 'set', ts };
    case 'message_action':
    case 'shortcut':
      return { wish: 'ask', ts };
    case 'view_submission':
      return { wish: 'set', ts };
    default:
      return { wish: 'none', ts };
  }
}

/** `null` where nobody is there to answer: other bots are told nothing, or they might answer. */
function replyTo(
  { user, isBot, channel, thread }: Caller,
  middleware: AnyMiddlewareArgs & AllMiddlewareArgs,
  { team, post, sleep }: Pick<GateArgs, 'post' | 'sleep'> & { readonly team: string },
): Responder | null {
  if (user === null || isBot) return null;
  const { body, client } = middleware;
  const place = { team, user, channel: channel ?? user, thread };
  const remember = async (): Promise<void> => {};
  if ('respond' in middleware && 'response_url' in body && body.response_url)
    return respondByAddress(middleware.respond, place, { post, sleep, remember });
  return isDirect(place.channel)
    ? respondDirectly(place, { post })
    : respondInThread(place, { client, post, remember });
}
