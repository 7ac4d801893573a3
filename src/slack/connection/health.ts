import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import type { Archive } from '../../answer/archive/archive.js';
import type { Connection, ConnectionStatus } from './connection.js';

/** The path for a load balancer, or a person, that asks how the bot is. */
export const HEALTH_PATH = '/healthz';

/** What the health page says. It is shown as long as the process lives, with or without Slack. */
export interface Health {
  readonly status: 'ok';
  readonly articles: number;
  readonly slack: ConnectionStatus;
}

export function healthOf(
  archive: Pick<Archive, 'freshness'>,
  connection: Pick<Connection, 'status'>,
): Health {
  return { status: 'ok', articles: archive.freshness().articles, slack: connection.status() };
}

export function healthHandler(
  health: () => Health,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(health()));
  };
}

/**
 * Shows the health page and nothing else: over Socket Mode, and while Slack is not yet reached.
 * @throws the system's error, such as EADDRINUSE
 */
export async function openHealthPage(
  { port, host }: { readonly port: number; readonly host?: string | undefined },
  health: () => Health,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const show = healthHandler(health);
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] === HEALTH_PATH) show(request, response);
    // Slack sends again what is not taken.
    else response.writeHead(503).end();
  });
  server.listen(host === undefined ? { port } : { port, host });
  await once(server, 'listening');
  return {
    port: portOf(server, port),
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Where a server listens that was asked to on this port, which may be 0 for any. */
export function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : asked;
}
