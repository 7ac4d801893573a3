import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { listenHere, parseJson, readBody, refusal, sendJson, stopServer } from '../local-http.js';
import { createMcpServer, type McpNeeds } from './create-server.js';

/** Longer than any request, in bytes: a question with its thread. */
const BODY_LIMIT = 1_000_000;
/** So many requests are answered at once; the next is told to come again. */
const MOST_AT_ONCE = 8;
/** A request must be here whole within this time. */
const PATIENCE_MS = 10_000;

/**
 * Serves `/mcp` to whoever has the token, each request by itself: no session is kept. Listens on this machine only, on a
 * free port where `port` is 0.
 * @throws the server's error when it cannot listen
 */
export async function serveHttp(
  needs: McpNeeds & { readonly port: number; readonly token: string },
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { port, token, report } = needs;
  const digest = createHash('sha256').update(token).digest();
  let open = 0;
  const server = createServer(
    {
      requestTimeout: PATIENCE_MS,
      headersTimeout: PATIENCE_MS,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      const refused = refuse(request, digest);
      if (refused !== null) return sendError(response, ...refused);
      if (open === MOST_AT_ONCE)
        return sendError(response, 503, 'Too many requests at once.', { 'retry-after': '1' });
      open += 1;
      response.once('close', () => (open -= 1));
      answer(needs, request, response).catch((error: unknown) => {
        report(error);
        if (response.headersSent) response.destroy();
        else sendError(response, 500, 'Something went wrong here.');
      });
    },
  );
  const url = await listenHere(server, port);
  return {
    url: `${url}/mcp`,
    stop: () => stopServer(server),
  };
}

/** Why a request goes no further: the arguments of `sendError`; null for one that may. */
function refuse(
  request: IncomingMessage,
  digest: Buffer,
): [status: number, message: string, headers?: Record<string, string>] | null {
  const refused = refusal(request);
  if (refused !== null) return [403, refused];
  const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  // Digests are of one length, whatever was given.
  if (!timingSafeEqual(createHash('sha256').update(given).digest(), digest))
    return [401, 'A bearer token is needed.', { 'www-authenticate': 'Bearer' }];
  if (request.url?.split('?')[0] !== '/mcp') return [404, 'There is nothing here but /mcp.'];
  if (request.method !== 'POST') return [405, 'Send a POST.', { allow: 'POST' }];
  return null;
}

async function answer(
  needs: McpNeeds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return sendError(response, 413, 'This is too long for a request.');
  const message = parseJson(body);
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return sendError(response, 400, 'Send one JSON object: a message of JSON-RPC.');
  // Without an id for sessions, one transport answers one request.
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  const { mcp } = createMcpServer(needs);
  response.once('close', () => void mcp.close());
  await mcp.connect(transport);
  await transport.handleRequest(request, response, message);
}

/** As JSON-RPC has errors, which clients show. */
function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers?: Record<string, string>,
): void {
  sendJson(
    response,
    status,
    { jsonrpc: '2.0', error: { code: -32000, message }, id: null },
    headers,
  );
}
