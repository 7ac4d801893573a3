import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock.js';
import type { Feed } from '../../corpus/metadata/sources-yml.js';
import { addressesOf, type Resolve } from './addresses.js';
import { SourceError } from './source-error.js';
import { bodyOf, request } from './request.js';

/** What a server said of a feed, so that it need not send it again while it is the same. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface Fetched extends Validators {
  /** `null` when it is as it was. */
  readonly bytes: Uint8Array | null;
}

const MAX_REDIRECTS = 5;
/** From the first question to the last byte, redirects too. */
const LONGEST_MS = 60_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5';

/**
 * Fetches a feed, unless it is as it was when its server said `before`.
 * @throws SourceError when it cannot be had; the signal's reason when that is aborted
 */
export async function fetchFeed(
  { address, mayUseHttp, mayReach }: Feed,
  before: Validators,
  needs: { readonly clock: Clock; readonly resolve: Resolve; readonly signal: AbortSignal },
): Promise<Fetched> {
  const { clock, resolve, signal } = needs;
  const over = new AbortController();
  const ended = new AbortController();
  void clock.sleep(LONGEST_MS, AbortSignal.any([signal, ended.signal])).then(
    () => over.abort(),
    () => {},
  );
  const until = AbortSignal.any([signal, over.signal]);
  try {
    let url = new URL(address);
    for (let hops = 0; ; hops += 1) {
      if (url.protocol === 'http:' && !mayUseHttp)
        throw new SourceError(
          `it redirects to ${url.host} without encryption, which is not allowed`,
        );
      const addresses = await addressesOf(url.hostname, mayReach, resolve);
      const response = await request(url, addresses, headersFor(before), until);
      const next = redirectOf(response, url);
      if (next === null) return await read(response, clock);
      response.destroy();
      if (hops === MAX_REDIRECTS)
        throw new SourceError(`it redirects more than ${MAX_REDIRECTS} times`);
      url = next;
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (over.signal.aborted)
      throw new SourceError(`it was not all there within ${LONGEST_MS / 1000} seconds`, { cause });
    throw cause;
  } finally {
    ended.abort();
  }
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    'user-agent': 'Clipdesk (follows feeds for a newsroom)',
    accept: ACCEPT,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.has(statusCode)) return null;
  const { location = '' } = headers;
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (location === '' || url === null || !/^https?:$/.test(url.protocol))
    throw new SourceError('it redirects to what is no web address');
  // A name and a password are meant for the server that the keeper named, and for none that it points to.
  const isSame = url.origin === from.origin;
  url.username = isSame ? from.username : '';
  url.password = isSame ? from.password : '';
  return url;
}

async function read(response: IncomingMessage, clock: Clock): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  const { etag, 'last-modified': lastModified } = headers;
  if (statusCode === 304) {
    response.destroy();
    return { bytes: null, etag, lastModified };
  }
  if (statusCode === 200) return { bytes: await bodyOf(response), etag, lastModified };
  response.destroy();
  if (statusCode === 410)
    throw new SourceError('its server says that it is gone for good (410)', { isGone: true });
  const why = statusCode === 401 || statusCode === 403 ? 'does not let us in' : 'answered';
  throw new SourceError(`its server ${why} (${statusCode})`, {
    retryAfter: waitOf(headers['retry-after'], clock),
  });
}

/** Retry-After as milliseconds from now: seconds, or an instant. */
function waitOf(written: string | undefined, clock: Clock): number | null {
  if (written === undefined) return null;
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? null : Math.max(0, instant - clock.now().getTime());
}
