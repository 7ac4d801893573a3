import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  listenHere,
  parseJson,
  readBody,
  refusal,
  sendJson,
  servePage,
  stopServer,
} from '../local-http.js';
import { type KeeperArchive, openKeeperArchive } from './keeper-archive.js';
import type { SaveAnswer } from './protocol.js';

/** An entry of more than this is none, in bytes. */
const BODY_LIMIT = 1_000_000;

const saveRequest = z.strictObject({
  file: z.string(),
  version: z.string(),
  entry: z.record(z.string(), z.unknown()),
});

const STATUS: Record<SaveAnswer['kind'], number> = {
  saved: 200,
  changed: 409,
  refused: 422,
  failed: 503,
};

/**
 * Serves the keeper's page and what it asks for: the table, one article, a save. Listens on this machine only, on a free port
 * where `port` is 0.
 * @throws FolderError, and the server's error when it cannot listen
 */
export async function startDesk(needs: {
  readonly corpusDir: string;
  readonly port: number;
  /** The built page; absent: there is none to show. */
  readonly pageDir?: string;
  readonly now: () => Date;
  /** Tells this process's unfinished files from those of others. */
  readonly unique: string;
}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { corpusDir, port, pageDir, now, unique } = needs;
  const archive = openKeeperArchive({ dir: corpusDir, now, unique });
  // At once, so that a folder that is not there is known before a page is open.
  await archive.table();
  const server = createServer((request, response) => {
    answer(archive, pageDir, request, response).catch((cause: unknown) => {
      if (response.headersSent) response.destroy();
      else sendFailure(response, 500, cause instanceof Error ? cause.message : String(cause));
    });
  });
  const url = await listenHere(server, port);
  return {
    url,
    stop: () => stopServer(server),
  };
}

async function answer(
  archive: KeeperArchive,
  pageDir: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refused = refusal(request);
  if (refused !== null) return sendFailure(response, 403, refused);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/keeper/article' && request.method === 'POST')
    return save(archive, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendFailure(response, 405, 'There is nothing to be changed here.');
  if (pathname === '/keeper/articles')
    return sendJson(response, 200, await archive.table(), NOT_KEPT);
  if (pathname === '/keeper/article') {
    const file = searchParams.get('file') ?? '';
    const article = await archive.open(file);
    if (article === null)
      return sendFailure(response, 404, `There is no article ${file} in the archive.`);
    return sendJson(response, 200, article, NOT_KEPT);
  }
  return servePage(pageDir, pathname, response);
}

/** What is under embargo stays in no browser's cache. */
const NOT_KEPT = { 'cache-control': 'no-store' };

async function save(
  archive: KeeperArchive,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    return sendFailure(response, 415, 'Send JSON.');
  const raw = await readBody(request, BODY_LIMIT);
  if (raw === null) return sendFailure(response, 413, 'This is too long for an entry.');
  const asked = saveRequest.safeParse(parseJson(raw));
  if (!asked.success) return sendFailure(response, 400, 'Send file, version and entry.');
  const answered = await archive.save(asked.data);
  return sendJson(response, STATUS[answered.kind], answered, NOT_KEPT);
}

function sendFailure(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { kind: 'failed', message } satisfies SaveAnswer, NOT_KEPT);
}
