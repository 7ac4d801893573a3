import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { commandSchema } from '../commands.js';
import type { SlackWorkspace } from '../create-workspace.js';
import { parseJson } from '../state/json.js';
import type { After } from '../state/movable-clock.js';
import { createEventStreams, type EventStreams } from './create-event-streams.js';
import type { Delivery } from './delivery/delivery.js';
import { refusal } from './refusal.js';
import { readBody, readHeaders, sendJson } from './read-request.js';
import { servePage } from './serve-page.js';

/** This machine only. */
const HOST = '127.0.0.1';

export interface PlaygroundServer {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** What the bot is given as `slackApiUrl`. */
  apiUrl: string;
  /** Ends every connection, streams and sockets too. */
  close: () => Promise<void>;
}

/**
 * One server for everything: `/api/<method>` and `/hooks/…` for the bot, `/link` for its socket,
 * `/playground/…` and the page for the browser. Listens on this machine only. Port 0 takes a free one.
 */
export async function startPlaygroundServer(needs: {
  workspace: SlackWorkspace;
  delivery: Delivery;
  after: After;
  port: number;
  /** The built page; absent: there is none to show, everything else works. */
  pageDir?: string;
}): Promise<PlaygroundServer> {
  const { workspace, delivery, after, port, pageDir } = needs;
  const streams = createEventStreams({ workspace, after });

  const server = createServer((request, response) => {
    answer({ workspace, streams, pageDir }, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (refusal(request) !== null || !delivery.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const url = `http://${HOST}:${actual}`;
  workspace.attach({ delivery, origin: url });

  return {
    url,
    apiUrl: `${url}/api/`,
    async close() {
      workspace.close();
      streams.close();
      await delivery.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

async function answer(
  context: { workspace: SlackWorkspace; streams: EventStreams; pageDir: string | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { workspace, streams, pageDir } = context;
  const refused = refusal(request);
  if (refused !== null) return sendJson(response, 403, { ok: false, error: refused });
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, first, second] = url.pathname.split('/');
  const raw = await readBody(request);
  if (raw === null) return sendJson(response, 413, { ok: false, error: 'too_large' });
  const headers = readHeaders(request);

  if ((first === 'api' || first === 'hooks') && request.method !== 'POST')
    return sendJson(response, 405, { ok: false, error: 'method_not_allowed' });
  if (first === 'api') {
    const query = url.searchParams;
    const result = workspace.callApi({ method: second ?? '', headers, query, raw });
    return sendJson(response, result.status, result.body, result.headers);
  }
  if (first === 'hooks') {
    const secret = url.pathname.split('/').at(-1) ?? '';
    const result = workspace.callResponseUrl({ secret, headers, raw });
    return sendJson(response, result.status, result.body);
  }
  if (first === 'playground') {
    if (second === 'do' && request.method === 'POST')
      return doCommand(workspace, response, headers, raw);
    if (second === 'article' && request.method === 'GET') {
      const file = url.searchParams.get('file') ?? '';
      const text = await workspace.readArticle(file);
      if (text === null) return sendJson(response, 404, { ok: false, error: 'not_found' });
      return sendJson(response, 200, { file, text });
    }
    const snapshot = workspace.snapshot(url.searchParams.get('person') ?? undefined);
    if (!snapshot || (second !== 'state' && second !== 'events'))
      return sendJson(response, 404, { ok: false, error: 'not_found' });
    if (second === 'state') return sendJson(response, 200, snapshot);
    return streams.open(response, snapshot.person);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendJson(response, 405, { ok: false, error: 'method_not_allowed' });
  return servePage(pageDir, url.pathname, response);
}

async function doCommand(
  workspace: SlackWorkspace,
  response: ServerResponse,
  headers: Record<string, string>,
  raw: string,
): Promise<void> {
  if (!headers['content-type']?.startsWith('application/json'))
    return sendJson(response, 415, { ok: false, error: 'Send JSON.' });
  const command = commandSchema.safeParse(parseJson(raw));
  if (!command.success)
    return sendJson(response, 400, { ok: false, error: command.error.issues[0]?.message });
  return sendJson(response, 200, await workspace.do(command.data));
}
