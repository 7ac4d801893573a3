import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { WebSocketServer, type WebSocket } from 'ws';

/** Answers of a Web API method: the JSON body, with headers if they matter. */
export type Methods = Record<
  string,
  (body: URLSearchParams, token: string) => { body: object; headers?: Record<string, string> }
>;

/** A Web API and a socket on this machine, as far as a test says what they answer. */
export interface LocalSlack {
  readonly apiUrl: string;
  /** Calls in order: method and its arguments. */
  readonly calls: { method: string; body: URLSearchParams }[];
  /** The bot's socket, once it has connected. */
  socket(): Promise<WebSocket>;
  /** Resolves with the arguments of the next call of a method. */
  nextCall(method: string): Promise<URLSearchParams>;
  /** An address to answer a command at; `posted` resolves with what was posted there. */
  responseUrl(): { url: string; posted: Promise<unknown> };
  close(): Promise<void>;
}

export async function startLocalSlack(methods: Methods): Promise<LocalSlack> {
  const calls: LocalSlack['calls'] = [];
  const waiting = new Map<string, ((body: URLSearchParams) => void)[]>();
  const hooks = new Map<string, (posted: unknown) => void>();
  const server = createServer((request, response) => {
    void (async () => {
      const text = await readBody(request);
      const url = new URL(request.url ?? '/', 'http://local');
      const hook = hooks.get(url.pathname);
      if (hook) {
        hook(JSON.parse(text));
        response.end('ok');
        return;
      }
      const method = url.pathname.replace('/api/', '');
      const body = new URLSearchParams(text);
      const token =
        request.headers.authorization?.replace('Bearer ', '') ?? body.get('token') ?? '';
      calls.push({ method, body });
      const answer = methods[method]?.(body, token) ?? {
        body: { ok: false, error: 'unknown_method' },
      };
      response.writeHead(200, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body).replaceAll('{HOST}', request.headers.host ?? ''));
      waiting.get(method)?.shift()?.(body);
    })();
  });
  const sockets = new WebSocketServer({ server, path: '/link' });
  const connected = new Promise<WebSocket>((resolve) => {
    sockets.once('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
      resolve(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    socket: () => connected,
    nextCall: (method) =>
      new Promise((resolve) => {
        waiting.set(method, [...(waiting.get(method) ?? []), resolve]);
      }),
    responseUrl() {
      const path = `/hooks/${hooks.size + 1}`;
      const posted = new Promise<unknown>((resolve) => {
        hooks.set(path, resolve);
      });
      return { url: `http://127.0.0.1:${port}${path}`, posted };
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
