import type { Log } from '../../log.js';
import { REASONS } from '../messages/wording.js';
import { answeredCode } from '../wire/post-error.js';
import type { Responder, SlackClient } from '../wire/responder.js';

/** A thread of the agent pane, and how it is reached. */
interface Session {
  readonly client: SlackClient;
  readonly channel: string;
  readonly thread: string;
}

/**
 * What the agent pane shows of the bot's work: that it is at it, what the thread is called, and a button to stop it. What
 * Slack refuses of that is logged, and no answer is lost or waits for it.
 */
export interface AgentSessions {
  /**
   * Does the work of one message as shown in the pane. A reply that `stoppable` gives posts nothing once the person has
   * pressed Stop. `title` is what a new thread is called.
   */
  during(
    session: Session & { readonly title: string | null },
    reply: Responder,
    work: (stoppable: Responder) => Promise<void>,
  ): Promise<void>;
  /** The person has pressed Stop. */
  stop(session: Session): Promise<void>;
}

/** Thrown in the work of a message whose author has stopped it; its text is for them. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly code = 'stopped';
}

/** Slack's answers that another try does not change: the method, the right or the feature is not there. */
const FOR_GOOD = new Set([
  'unknown_method',
  'missing_scope',
  'not_enabled',
  'not_allowed_token_type',
]);

interface Turn {
  isStopped: boolean;
  hasSpoken: boolean;
}

/** Stop reaches the work of this process; that of another one goes on, a second at most. */
export function createAgentSessions({ log }: { readonly log: Log }): AgentSessions {
  const turns = new Map<string, Set<Turn>>();
  const refused = new Set<string>();

  async function tell(what: string, call: () => Promise<unknown>): Promise<void> {
    if (refused.has(what)) return;
    try {
      await call();
    } catch (err) {
      if (FOR_GOOD.has(answeredCode(err) ?? '')) refused.add(what);
      log.warn({ err, what }, 'the agent pane could not be told; answers come none the less');
    }
  }

  function setStatus(
    { client, channel: channel_id, thread: thread_ts }: Session,
    status: 'processing' | 'active',
  ): Promise<void> {
    return tell('status', () =>
      client.agents.sessions.setStatus({ channel_id, thread_ts, status }),
    );
  }

  return {
    async during(session, reply, work) {
      const { client, channel, thread, title } = session;
      const key = `${channel}:${thread}`;
      const turn: Turn = { isStopped: false, hasSpoken: false };
      const others = turns.get(key) ?? new Set();
      turns.set(key, others.add(turn));
      const begun = setStatus(session, 'processing');
      try {
        await work(stoppable(reply, turn));
        if (turn.isStopped && turn.hasSpoken) await reply.explain(REASONS.stoppedTooLate);
      } finally {
        others.delete(turn);
        if (others.size === 0) turns.delete(key);
        // In this order, whichever comes back first: a thread that is left as working looks stuck.
        await begun;
        if (title !== null)
          await tell('title', () =>
            client.agents.sessions.rename({ channel_id: channel, thread_ts: thread, title }),
          );
        await setStatus(session, 'active');
      }
    },

    async stop(session) {
      const running = turns.get(`${session.channel}:${session.thread}`);
      for (const turn of running ?? []) turn.isStopped = true;
      if (!running) await setStatus(session, 'active');
    },
  };
}

function stoppable(reply: Responder, turn: Turn): Responder {
  const goOn = (): void => {
    if (turn.isStopped && !turn.hasSpoken) throw new StoppedError(REASONS.stopped);
    turn.hasSpoken = true;
  };
  return {
    async privately(message) {
      goOn();
      await reply.privately(message);
    },
    async explain(reason) {
      goOn();
      await reply.explain(reason);
    },
    async openly(message) {
      goOn();
      await reply.openly(message);
    },
    async announce(message) {
      goOn();
      return reply.announce(message);
    },
  };
}
