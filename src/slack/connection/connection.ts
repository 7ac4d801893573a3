import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { TokenError } from '../start-error.js';
import { retryAfterMs } from '../wire/post-error.js';

/** How the bot stands with Slack, as the health page shows it. */
export interface ConnectionStatus {
  /** `listening`: over HTTP it is Slack that opens the connections, and the bot's token was accepted. */
  readonly state: 'trying' | 'connected' | 'listening';
  readonly since: Date;
  /** Tries that failed since it was last connected; 0 when all is well. */
  readonly tries: number;
  /** Why the last of them failed. */
  readonly reason: string | null;
}

/** The way to Slack, which is looked for until it is found, however long Slack is away. */
export interface Connection {
  status(): ConnectionStatus;
  /**
   * Tries until it succeeds, with growing pauses.
   * @throws TokenError where Slack refuses the token, throughout `patienceMs`; the stop's reason after `stop`
   */
  keepTrying<T>(attempt: () => Promise<T>, patienceMs: number): Promise<T>;
  reached(state: 'connected' | 'listening'): void;
  /** Nothing is left over which Slack could reach the bot. */
  lost(): void;
  /** Nothing but a person helps any more: Slack has refused the token for a minute. */
  giveUp(error: TokenError): void;
  readonly gaveUp: Promise<TokenError>;
  stop(): void;
}

/** The first pause, doubled after each try up to the longest, which bounds how late Slack's return is noticed. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/** One that breaks sooner is not replaced at once: the pauses grow as they do when it cannot be opened. */
const STEADY_MS = 30_000;

/** The first failure is logged, and then how it goes so often, in milliseconds. */
const SAID_EVERY_MS = 60_000;

export function createConnection(needs: {
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to 1, so that many bots do not come back all at once. */
  readonly random: () => number;
}): Connection {
  const { clock, log, random } = needs;
  const stopped = new AbortController();
  let status: ConnectionStatus = { state: 'trying', since: clock.now(), tries: 0, reason: null };
  let saidAt = -Infinity;
  let reachedAt: Date | null = null;
  /** So many connections in a row did not last. */
  let shortLived = 0;
  let giveUp: (error: TokenError) => void = () => {};
  const gaveUp = new Promise<TokenError>((resolve) => {
    giveUp = resolve;
  });

  const passedSince = (instant: Date): number => clock.now().getTime() - instant.getTime();

  function failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    status = { ...status, tries: status.tries + 1, reason };
    const now = clock.now().getTime();
    if (now - saidAt < SAID_EVERY_MS) return;
    saidAt = now;
    log.warn({ err: error, tries: status.tries }, 'no connection to Slack; it is tried again');
  }

  /** Half of it is chance. */
  async function pause(tries: number): Promise<void> {
    const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
    await clock.sleep(whole * (0.5 + random() / 2), stopped.signal);
  }

  return {
    status: () => status,
    gaveUp,
    giveUp,

    async keepTrying(attempt, patienceMs) {
      let refusedSince: Date | null = null;
      const brokeSoon = reachedAt !== null && passedSince(reachedAt) < STEADY_MS;
      shortLived = brokeSoon ? shortLived + 1 : 0;
      if (brokeSoon) await pause(shortLived);
      for (;;) {
        stopped.signal.throwIfAborted();
        try {
          return await attempt();
        } catch (error) {
          stopped.signal.throwIfAborted();
          const told = retryAfterMs(error);
          if (error instanceof TokenError) {
            refusedSince ??= clock.now();
            if (passedSince(refusedSince) >= patienceMs) throw error;
          } else if (told === null) refusedSince = null;
          failed(error);
          await (told === null ? pause(status.tries) : clock.sleep(told, stopped.signal));
        }
      }
    },

    reached(state) {
      if (status.tries > 0) log.info({ tries: status.tries }, 'Slack is back');
      saidAt = -Infinity;
      reachedAt = clock.now();
      // Where one socket takes over from another, the connection was never lost.
      const since = status.state === state ? status.since : reachedAt;
      status = { state, since, tries: 0, reason: null };
    },

    lost() {
      status = { state: 'trying', since: clock.now(), tries: 0, reason: null };
      log.warn({}, 'the connection to Slack is lost; another is opened');
    },

    stop: () => stopped.abort(new Error('the bot is stopping')),
  };
}
