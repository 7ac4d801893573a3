import { createServer, request, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** A line to a server that can be cut: what flows breaks off, and nothing gets through until it is mended. */
export interface Line {
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startLine(to: string): Promise<Line> {
  let whole = true;
  const open = new Set<ServerResponse>();
  const server = createServer((asked, answer) => {
    if (!whole) {
      asked.socket.destroy();
      return;
    }
    open.add(answer);
    answer.on('close', () => open.delete(answer));
    const passed = request(
      new URL(asked.url ?? '/', to),
      { method: asked.method, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.on('error', () => answer.destroy());
        got.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    cut() {
      whole = false;
      for (const answer of open) answer.destroy();
    },
    mend() {
      whole = true;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
