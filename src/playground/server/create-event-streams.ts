import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackWorkspace } from '../create-workspace.js';
import type { After } from '../delivery/delivery.js';

const HEARTBEAT_MS = 15_000;

/** The pages that are listening. */
export interface EventStreams {
  open(request: IncomingMessage, response: ServerResponse, person: string): void;
  /** Ends all of them; a browser then tries to connect again. */
  close(): void;
}

export function createEventStreams(needs: {
  workspace: SlackWorkspace;
  after: After;
}): EventStreams {
  const { workspace, after } = needs;
  const open = new Set<{ end(): void }>();
  return {
    open(request, response, person) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write('retry: 1000\n\n');
      const lastId = request.headers['last-event-id'];
      const stopWatching = workspace.watch(person, [lastId].flat()[0], (event, id) => {
        response.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      });
      let cancel: (() => void) | undefined;
      const beat = (): void => {
        cancel = after(HEARTBEAT_MS, beat);
        response.write(': still here\n\n');
      };
      cancel = after(HEARTBEAT_MS, beat);
      const stop = (): void => {
        stopWatching();
        cancel?.();
        open.delete(stream);
      };
      const stream = {
        end() {
          stop();
          response.end();
        },
      };
      open.add(stream);
      response.on('close', stop);
    },
    close() {
      for (const stream of open) stream.end();
    },
  };
}
