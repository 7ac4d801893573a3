import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  listenHere,
  parseJson,
  readBody,
  readHeaders,
  refusal,
  sendJson,
  servePage,
  stopServer,
} from '../../local-http.js';
import { commandSchema } from '../commands.js';
import type { SlackWorkspace } from '../create-workspace.js';
import type { After } from '../state/movable-clock.js';
import type { BotDelivery } from './delivery/create-deliverer.js';

/**
 * One server for everything: `/api/<method>` and `/hooks/…` for the bot, `/link` for its socket,
 * `/playground/…` and the page for the browser. Listens on this machine only. Port 0 takes a free one.
 */
export async function startPlaygroundServer(needs: {
  workspace: SlackWorkspace;
  delivery: BotDelivery;
  after: After;
  port: number;
  /** The built page; absent: there is none to show, everything else works. */
  pageDir?: string;
}) {
  const { workspace, delivery, after, port, pageDir } = needs;
  const streams = createEventStreams(workspace, after);

  const server = createServer((request, response) => {
    answer({ workspace, streams, pageDir }, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (refusal(request) !== null || !delivery.upgrade(request, socket, head)) socket.destroy();
  });
  const url = await listenHere(server, port);
  workspace.attach({ delivery, origin: url });

  return {
    /** `http://127.0.0.1:3000` */
    url,
    /** What the bot is given as `slackApiUrl`. */
    apiUrl: `${url}/api/`,
    /** Ends every connection, streams and sockets too. */
    close: async (): Promise<void> => {
      workspace.close();
      streams.close();
      await delivery.close();
      await stopServer(server);
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
    const page = url.searchParams.get('page');
    const onPage = page === null ? {} : { page };
    const snapshot = workspace.snapshot(url.searchParams.get('person') ?? undefined, onPage);
    if (!snapshot || (second !== 'state' && second !== 'events'))
      return sendJson(response, 404, { ok: false, error: 'not_found' });
    if (second === 'state') return sendJson(response, 200, snapshot);
    return streams.open(response, snapshot.person, onPage);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendJson(response, 405, { ok: false, error: 'method_not_allowed' });
  // A link to a message is the page, too.
  const isLink = url.pathname.startsWith('/archives/');
  return servePage(pageDir, isLink ? '/' : url.pathname, response);
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

const HEARTBEAT_MS = 15_000;

/** Changes are gathered for so long: a hundred in a row make a few updates, and a person waits for none of them. */
const GATHER_MS = 20;

export interface EventStreams extends ReturnType<typeof createEventStreams> {}

/** The pages that are listening. */
export function createEventStreams(workspace: SlackWorkspace, after: After) {
  const open = new Set<() => void>();
  return {
    open(response: ServerResponse, person: string, onPage: { page?: string }): void {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write('retry: 1000\n\n');
      /** The snapshot's parts as this page has them. */
      const known = new Map<string, string>();
      let cancelPush: (() => void) | undefined;
      const push = (): void => {
        cancelPush = undefined;
        const parts: string[] = [];
        for (const [name, part] of Object.entries(workspace.snapshot(person, onPage) ?? {})) {
          const json = JSON.stringify(part);
          if (known.get(name) === json) continue;
          known.set(name, json);
          parts.push(`"${name}":${json}`);
        }
        response.write(`data: {${parts.join(',')}}\n\n`);
      };
      push();
      const stopWatching = workspace.onChange(() => {
        cancelPush ??= after(GATHER_MS, push);
      });
      let cancelBeat: (() => void) | undefined;
      const beat = (): void => {
        response.write(': still here\n\n');
        cancelBeat = after(HEARTBEAT_MS, beat);
      };
      beat();
      const stop = (): void => {
        stopWatching();
        cancelPush?.();
        cancelBeat?.();
        open.delete(end);
      };
      const end = (): void => {
        stop();
        response.end();
      };
      open.add(end);
      response.on('close', stop);
    },
    /** Ends all of them; a browser then tries to connect again. */
    close(): void {
      for (const end of open) end();
    },
  };
}
