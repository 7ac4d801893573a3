import type { Readable, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer, type McpNeeds } from './create-server.js';

/** Longer than any message, in bytes; whoever sends more without a line end is let go. */
const LINE_LIMIT = 1_000_000;

/** Serves one assistant on two streams, a message a line; `ended` comes when all that it asked is answered and it has gone. */
export async function serveStdio(
  needs: McpNeeds,
  input: Readable,
  output: Writable,
): Promise<{ readonly ended: Promise<void>; stop(): Promise<void> }> {
  const { mcp, idle } = createMcpServer(needs);
  const answered = async (): Promise<void> => {
    // The last line is taken up in this turn, and its answer written in the one after it is there.
    await turn();
    await idle();
    await turn();
  };
  const ended = new Promise<void>((resolve, reject) => {
    input.once('end', () => void answered().then(resolve, reject));
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    mcp.server.onclose = resolve;
  });
  await mcp.connect(new StdioServerTransport(input, output, { maxBufferSize: LINE_LIMIT }));
  return { ended, stop: () => mcp.close() };
}
