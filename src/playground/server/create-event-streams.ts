import type { ServerResponse } from 'node:http';
import type { SlackWorkspace } from '../create-workspace.js';
import type { After } from '../state/movable-clock.js';

const HEARTBEAT_MS = 15_000;

/** Changes are gathered for so long: a hundred in a row make a few updates, and a person waits for none of them. */
const GATHER_MS = 20;

/** The pages that are listening. */
export interface EventStreams {
  open(response: ServerResponse, person: string): void;
  /** Ends all of them; a browser then tries to connect again. */
  close(): void;
}

export function createEventStreams(needs: {
  workspace: SlackWorkspace;
  after: After;
}): EventStreams {
  const { workspace, after } = needs;
  const open = new Set<() => void>();
  return {
    open(response, person) {
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
        for (const [name, part] of Object.entries(workspace.snapshot(person) ?? {})) {
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
    close() {
      for (const end of open) end();
    },
  };
}
