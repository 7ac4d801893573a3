import { type Logger, LogLevel, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../log.js';

/** How Slack's Web API is reached. */
export interface ClientOptions {
  /** Another Slack than slack.com, such as a local one; `undefined` is Slack itself. */
  readonly apiUrl: string | undefined;
  /** How often and how soon a call is tried again; five times over about half a minute unless given. */
  readonly retry?: webApi.WebClientOptions['retryConfig'];
  /** Milliseconds after which a call or a reply counts as unanswered; ten seconds unless given. */
  readonly timeoutMs?: number | undefined;
}

/** A person waits: after half a minute a reason is worth more than another try. */
const RETRY = { retries: 5, minTimeout: 500, factor: 2, maxTimeout: 10_000, randomize: true };
const TIMEOUT_MS = 10_000;

/** The options of Slack's own client; replies by address go through the same `fetch`, so they end in time too. */
export function webClientOptions(
  { apiUrl, retry = RETRY, timeoutMs = TIMEOUT_MS }: ClientOptions,
  log: Log,
): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: retry,
    logger: createBoltLogger(log),
    fetch: async (url, init) => {
      const signals = [AbortSignal.timeout(timeoutMs), ...(init?.signal ? [init.signal] : [])];
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.any(signals),
      });
      return String(url).startsWith(apiUrl ?? SLACK) ? slacksOwn(answer) : answer;
    },
  };
}

const SLACK = 'https://slack.com/api/';

/** Where Slack does not say how long to wait, in seconds. */
const WAIT_S = '5';

/**
 * An answer of the Web API. What a proxy or a login page says in its place counts as no answer, so that the call is tried
 * again and nobody is shown it.
 */
async function slacksOwn(answer: Response): Promise<Response> {
  const { status } = answer;
  const headers = new Headers(answer.headers);
  if (status === 429) {
    if (!/^\d+$/.test(headers.get('retry-after') ?? '')) headers.set('retry-after', WAIT_S);
    return new Response(null, { status, headers });
  }
  if (status >= 500) return answer;
  const body = await answer.text();
  if (status !== 200 || !isSlacks(body)) throw new StrangeAnswerError();
  return new Response(body, { headers });
}

/** Every answer is an object with `ok`, and with a code in `error` where that is false. */
function isSlacks(body: string): boolean {
  try {
    return answerOfApi.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

const answerOfApi = z.union([
  z.looseObject({ ok: z.literal(true) }),
  z.looseObject({ ok: z.literal(false), error: z.string().regex(/^\w+$/) }),
]);

class StrangeAnswerError extends Error {
  override readonly name = 'StrangeAnswerError';
  readonly code = STRANGE_ANSWER;
}

/** The code of an answer that is not Slack's. */
export const STRANGE_ANSWER = 'strange_answer';

/** The same for somebody who tries again himself: each call is made once, and what is wrong comes back at once. */
export function oneTry(options: ClientOptions, log: Log): webApi.WebClientOptions {
  return {
    ...webClientOptions({ ...options, retry: { retries: 0 } }, log),
    rejectRateLimitedCalls: true,
  };
}

/** A Slack that has not answered within this is given up for another try, in milliseconds. */
const REACHED_WITHIN_MS = 5_000;

/** For looking whether Slack is there: tried once, and not waited for as long as where a person waits. */
export function whileLooking({
  apiUrl,
  timeoutMs = REACHED_WITHIN_MS,
}: ClientOptions): ClientOptions & { readonly timeoutMs: number } {
  return { apiUrl, timeoutMs };
}

export function createClient(token: string, options: ClientOptions, log: Log): webApi.WebClient {
  return new webApi.WebClient(token, oneTry(whileLooking(options), quiet(log)));
}

/** For what is said by whoever tries again. */
export function quiet(log: Log): Log {
  const debug: Log['debug'] = (fields, message) => log.debug(fields, message);
  return { debug, info: debug, warn: debug, error: debug };
}

/** Tries once, and fails at once where Slack asks to wait: for whoever decides themselves what to do then. */
export function createClientWithoutRetries(
  token: string,
  options: ClientOptions,
  log: Log,
): webApi.WebClient {
  return new webApi.WebClient(token, oneTry(options, log));
}

/** Lets Bolt and its client write into our log. The log decides what is kept, so levels set here change nothing. */
export function createBoltLogger(log: Log): Logger {
  const write =
    (level: keyof Log) =>
    (...parts: unknown[]): void => {
      const err = parts.find((part) => part instanceof Error);
      const message = parts
        .filter((part) => part !== err)
        .map(String)
        .join(' ');
      log[level]({ from: 'bolt', ...(err === undefined ? {} : { err }) }, message);
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
}
