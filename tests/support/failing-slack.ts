import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

/** What becomes of whoever calls a Slack that is away. */
export type Outage = 'refused' | 'unavailable' | 'hanging';

/** A Slack on this machine that goes away, comes back, refuses a token and replaces its sockets. */
export interface FailingSlack {
  readonly apiUrl: string;
  readonly port: number;
  goAway(outage: Outage): Promise<void>;
  comeBack(): Promise<void>;
  /** The next so many sockets that are asked for get `invalid_auth`. */
  refuseToken(times: number): void;
  /** Breaks every socket, as when a machine of Slack's goes down. */
  dropSockets(): void;
  /** Announces the end of every socket; `close` then closes those, as Slack does after about 10 s. */
  announceEnd(reason: 'warning' | 'refresh_requested'): { close(): void };
  /** How many sockets are open. */
  sockets(): number;
  /** Where a command is answered, and what has been posted there. */
  responseUrl(name: string): string;
  readonly answered: string[];
  /** Sends a command down one of the open sockets, each in its turn; false, as Slack tells the person, when none is. */
  deliver(name: string): boolean;
  /** The commands that were acknowledged, in order. */
  readonly acknowledged: string[];
  close(): Promise<void>;
}

const acknowledgement = z.object({ envelope_id: z.string() });

const METHODS: Record<string, object> = {
  'auth.test': { ok: true, team: 'Test', team_id: 'T1', user_id: 'U1', bot_id: 'B1', user: 'bot' },
};

export async function startFailingSlack(): Promise<FailingSlack> {
  let outage: Outage | null = null;
  let refusals = 0;
  let turn = 0;
  const answered: string[] = [];
  const acknowledged: string[] = [];

  const server = createServer((request, response) => void answer(request, response));
  const links = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (outage === 'hanging') return;
    if (outage === 'unavailable') socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    else links.handleUpgrade(request, socket, head, greet);
  });

  function greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ type: 'hello' }));
    socket.on('message', (data: Buffer) => {
      acknowledged.push(acknowledgement.parse(JSON.parse(data.toString())).envelope_id);
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (outage === 'hanging') return;
    if (outage === 'unavailable') {
      response.writeHead(503).end();
      return;
    }
    await once(request.resume(), 'end');
    const [, folder, name = ''] = (request.url ?? '').split('/');
    if (folder === 'hooks') {
      answered.push(name);
      response.end('ok');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(name === 'apps.connections.open' ? link() : METHODS[name]));
  }

  function link(): object {
    refusals -= 1;
    return refusals >= 0
      ? { ok: false, error: 'invalid_auth' }
      : { ok: true, url: `ws://127.0.0.1:${port}/link` };
  }

  const openSockets = (): WebSocket[] =>
    [...links.clients].filter(({ readyState }) => readyState === 1);
  const dropSockets = (): void => {
    for (const socket of links.clients) socket.terminate();
  };

  async function listen(at: number): Promise<number> {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : at;
  }

  async function stopListening(): Promise<void> {
    dropSockets();
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  const port = await listen(0);
  const responseUrl = (name: string): string => `http://127.0.0.1:${port}/hooks/${name}`;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    port,
    answered,
    acknowledged,
    responseUrl,
    dropSockets,
    sockets: () => openSockets().length,
    async goAway(how) {
      outage = how;
      if (how === 'refused') await stopListening();
      else dropSockets();
    },
    async comeBack() {
      outage = null;
      if (!server.listening) await listen(port);
    },
    refuseToken(times) {
      refusals = times;
    },
    announceEnd(reason) {
      const ending = openSockets();
      for (const socket of ending) socket.send(JSON.stringify({ type: 'disconnect', reason }));
      return {
        close() {
          for (const socket of ending) socket.close();
        },
      };
    },
    deliver(name) {
      const open = openSockets();
      const socket = open[turn % open.length];
      turn += 1;
      socket?.send(
        JSON.stringify({
          envelope_id: name,
          type: 'slash_commands',
          accepts_response_payload: true,
          payload: commandFields(responseUrl(name)),
        }),
      );
      return socket !== undefined;
    },
    close: stopListening,
  };
}

/** A command as Slack sends it, to be answered at an address. */
export function commandFields(responseUrl: string): Record<string, string> {
  return {
    command: '/deport',
    text: 'panama',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    response_url: responseUrl,
    trigger_id: 'trigger',
  };
}
