import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceError } from './source-error.js';

/** The most that a feed may hold, compressed or not, in bytes. */
export const MAX_FEED_BYTES = 20_000_000;
/** The most that a server may say before the feed, in bytes. */
const MAX_HEADER_BYTES = 32_768;

/**
 * Asks a server, at one of these addresses and no other, and gives its answer as soon as its head is there.
 * @throws SourceError when there is none
 */
export function request(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, { all }, found) => {
    const [first] = addresses;
    if (all === true) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family ?? 4);
  };
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // A connection of its own each time: one that was kept might lead to an address that was not checked for this feed.
    const options = { agent: false, headers, lookup, signal, maxHeaderSize: MAX_HEADER_BYTES };
    get(url, options, resolve).on('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new SourceError(`${url.host} gave no answer (${cause.code ?? cause.message})`, { cause }),
      );
    });
  });
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * What was sent, unpacked. It is counted as it is unpacked, so that a little that unpacks to much is told in time.
 * @throws SourceError when it is larger than a feed may be, or breaks off
 */
export async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked(response, coding) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > MAX_FEED_BYTES)
        throw new SourceError(`it is larger than ${MAX_FEED_BYTES / 1e6} MB`);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('it broke off', { cause });
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts);
}

function unpacked(response: IncomingMessage, coding: string): Readable {
  if (coding === 'identity') return response;
  const decoder = Object.hasOwn(DECODERS, coding) ? DECODERS[coding]?.() : undefined;
  if (decoder === undefined)
    throw new SourceError(`it is packed in a way that is not known here, ${coding.slice(0, 40)}`);
  response.on('error', (error) => decoder.destroy(error));
  // A connection that is cut shows in no error of the response once its head was read.
  response.on('close', () => {
    if (!response.complete) decoder.destroy(new Error('cut off'));
  });
  return response.pipe(decoder);
}
