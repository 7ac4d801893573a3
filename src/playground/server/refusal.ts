import type { IncomingMessage } from 'node:http';

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Why a request is turned away, or null. The Host must be this machine by a local name, else a page
 * elsewhere could reach the playground by pointing its own name here (DNS rebinding); what changes
 * something must come from the page itself or from no browser at all.
 */
export function refusal(request: IncomingMessage): string | null {
  const { host = '', origin } = request.headers;
  if (!LOCAL.test(host)) return 'Open the playground as 127.0.0.1 or localhost.';
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && origin !== undefined && origin !== `http://${host}`)
    return 'This must come from the playground’s own page.';
  return null;
}
