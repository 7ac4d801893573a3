import { createHmac } from 'node:crypto';

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
