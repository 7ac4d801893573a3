import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** The bot's one port: the pages about itself from the first moment, Slack's requests as soon as they are listened for. */
export interface HttpServer {
  readonly port: number;
  /** Answers requests to this path from now on; `handle` never throws. */
  serve(path: string, handle: Handler): void;
  /** Takes no more requests; those that were begun may end. */
  stopTaking(): void;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Slack's requests are small and come at once; one that dribbles in is cut off after so long, in milliseconds. */
const REQUEST_MS = 10_000;

/** @throws the system's error, such as EADDRINUSE */
export async function openHttpServer({
  port,
  host,
}: {
  readonly port: number;
  readonly host?: string | undefined;
}): Promise<HttpServer> {
  const handlers = new Map<string, Handler>();
  const limits = { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS };
  const server = createServer(
    { ...limits, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      const handle = handlers.get(request.url?.split('?')[0] ?? '');
      if (handle !== undefined) handle(request, response);
      // While the bot starts, Slack is to send its requests again.
      else response.writeHead(request.method === 'POST' ? 503 : 404).end();
    },
  );
  server.listen(host === undefined ? { port } : { port, host });
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve(path, handle) {
      handlers.set(path, handle);
    },
    stopTaking() {
      server.close();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
