import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const HOST = '127.0.0.1';

/**
 * Has the server listen on this machine only, on a free port where `port` is 0; gives its address.
 * @throws the server's error when it cannot listen
 */
export async function listenHere(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  return `http://${HOST}:${typeof address === 'object' && address ? address.port : port}`;
}

/** Ends every connection, streams and sockets too. */
export async function stopServer(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

/** The value; `undefined` where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bodies over this are refused with 413, in bytes. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** The body as text; null where it is too large: then it is read to its end, and none of it is kept. */
export async function readBody(
  request: IncomingMessage,
  limit = BODY_LIMIT,
): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> = request;
  for await (const bytes of stream) {
    size += bytes.length;
    // Broken off here, the connection would end before the answer.
    if (size > limit) chunks.length = 0;
    else chunks.push(bytes);
  }
  if (size > limit) return null;
  return Buffer.concat(chunks).toString('utf8');
}

/** Headers with one value each; names are in lower case already. */
export function readHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ''].flat().join(', '),
  ]);
  return Object.fromEntries(entries);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Why a request is turned away, or null. The Host must be this machine by a local name, else a page
 * elsewhere could reach the server by pointing its own name here (DNS rebinding); what changes
 * something must come from the page itself or from no browser at all.
 */
export function refusal(request: IncomingMessage): string | null {
  const { host = '', origin } = request.headers;
  if (!LOCAL.test(host)) return 'Open this page as 127.0.0.1 or localhost.';
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && origin !== undefined && origin !== `http://${host}`)
    return 'This must come from the server’s own page.';
  return null;
}

/** Of what the built page consists of. */
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Nothing from elsewhere but pictures, nothing inline, no framing: what a message carries never runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Serves one file of the built page; `/` is its index. A path that leads out of the folder, by dots or by a link, is
 * not found.
 */
export async function servePage(
  pageDir: string | undefined,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const isIndex = path === '/';
  const found = pageDir && (await readInside(pageDir, isIndex ? '/index.html' : path));
  if (!found) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
    response.end(isIndex ? 'The page is not built. Run: npm run build\n' : 'Not found\n');
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': types[extname(found.file)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  response.end(found.bytes);
}

async function readInside(
  folder: string,
  path: string,
): Promise<{ file: string; bytes: Buffer } | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(path)));
    if (!file.startsWith(root + sep)) return null;
    return { file, bytes: await readFile(file) };
  } catch {
    return null;
  }
}
