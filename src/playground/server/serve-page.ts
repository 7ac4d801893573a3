import { readFile, realpath } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

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
 * Serves one file of the built page; `/` and `/archives/…` are its index. A path that leads out of the
 * folder, by dots or by a link, is not found.
 */
export async function servePage(
  pageDir: string | undefined,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const isIndex = path === '/' || path.startsWith('/archives/');
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
