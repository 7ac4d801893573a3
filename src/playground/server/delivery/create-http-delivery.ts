import { createHmac } from 'node:crypto';
import { LIMITS } from '../../../block-kit/limits.js';
import { parseJson } from '../../../local-http.js';
import type { After } from '../../state/movable-clock.js';
import type { Ack, BotDelivery, DeliveryRequest } from './create-deliverer.js';

/**
 * Posts signed requests to the bot's URL as Slack does: commands and interactions as forms, events
 * as JSON. `botUrl` is asked each time, so the bot may start after the playground. An app compares
 * the timestamp with the real clock, so `now` must not be far from it.
 */
export function createHttpDelivery(needs: {
  botUrl: () => string;
  signingSecret: string;
  now: () => number;
  after: After;
}): BotDelivery {
  const { botUrl, signingSecret, now, after } = needs;
  const underWay = new Set<AbortController>();

  async function send(request: DeliveryRequest): Promise<Ack> {
    const { contentType, raw } = encode(request);
    const headers = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signRequest(signingSecret, Math.floor(now() / 1000), raw),
      ...(request.retry && {
        'x-slack-retry-num': String(request.retry.num),
        'x-slack-retry-reason': request.retry.reason,
      }),
    };
    request.sent({ headers, raw });
    const abort = new AbortController();
    underWay.add(abort);
    let late = false;
    const cancel = after(LIMITS.ackMs, () => {
      late = true;
      abort.abort();
    });
    try {
      const answer = await fetch(botUrl(), {
        method: 'POST',
        headers,
        body: raw,
        signal: abort.signal,
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: parseJson(text) ?? text,
      };
    } catch (error) {
      if (late) return { lost: 'http_timeout', detail: 'no answer within three seconds' };
      return { lost: 'connection_failed', detail: reason(error) };
    } finally {
      cancel();
      underWay.delete(abort);
    }
  }

  return {
    send,
    openConnection: () => null,
    disconnect: () => false,
    upgrade: () => false,
    async close() {
      for (const abort of underWay) abort.abort();
    },
  };
}

/** Bolt compares the content type of forms exactly: no charset may follow. */
function encode({ kind, payload }: DeliveryRequest): { contentType: string; raw: string } {
  if (kind === 'event') return { contentType: 'application/json', raw: JSON.stringify(payload) };
  const form = kind === 'command' ? payload : { payload: JSON.stringify(payload) };
  const texts = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, String(value)]),
  );
  return {
    contentType: 'application/x-www-form-urlencoded',
    raw: new URLSearchParams(texts).toString(),
  };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * The two headers by which an app knows that Slack is calling: HMAC-SHA256 over
 * `v0:timestamp:raw body`. Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signRequest(secret: string, seconds: number, raw: string): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${raw}`).digest('hex');
  return {
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${digest}`,
  };
}
