import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Clock } from '../clock.js';
import { ConfigError, type Config } from '../config.js';
import { serveHttp } from '../mcp/serve-http.js';
import { serveStdio } from '../mcp/serve-stdio.js';
import { archiveLine } from '../requests/freshness.js';
import { explainListening, StartError } from '../slack/start-error.js';
import { openFollowedArchive, type ReadingNeeds } from './archive.js';

/**
 * Offers the archive to assistants: on standard input and output, where nothing but the protocol is written, or with
 * `--http` on `/mcp`. `ended` comes when whoever is served has gone. `null` for words that are no options of it.
 * @throws FolderError, StartError, and ConfigError where `--http` has no token
 */
export async function startMcp(
  words: readonly string[],
  { port, mcpToken: token, ...config }: Pick<Config, 'corpusDir' | 'port' | 'mcpToken'>,
  needs: {
    readonly stdin: Readable;
    readonly stdout: Writable;
    readonly stderr: Writable;
    readonly version: string;
    readonly clock: Clock;
    readonly readingOf: (corpusDir: string) => ReadingNeeds;
  },
): Promise<{ readonly ended: Promise<void>; stop(): Promise<void> } | null> {
  const options = readOptions(words);
  if (options === null) return null;
  const { http, corpus: corpusDir = config.corpusDir } = options;
  if (http && token === undefined)
    throw new ConfigError(
      'MCP_TOKEN is not set; expected the token that assistants must send, at least 16 characters.',
    );
  const { stdin, stdout, stderr, version, clock, readingOf } = needs;
  const archive = await openFollowedArchive({ corpusDir, clock, ...readingOf(corpusDir) });
  const say = (line: string): void => void stderr.write(`${line}\n`);
  const report = (error: unknown): void =>
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const served = { archive, version, report };
  if (http && token !== undefined) {
    const server = await serveHttp({ ...served, port, token }).catch(async (cause: unknown) => {
      await archive.close();
      throw new StartError(explainListening(cause, port), { cause });
    });
    say(`The archive is open to assistants at ${server.url}. Stop with Ctrl+C.`);
    say(archiveLine(archive.freshness()));
    const stop = async (): Promise<void> => {
      await server.stop();
      await archive.close();
    };
    return { ended: new Promise(() => {}), stop };
  }
  const connection = await serveStdio(served, stdin, stdout);
  say(archiveLine(archive.freshness()));
  const stop = async (): Promise<void> => {
    await connection.stop();
    await archive.close();
  };
  return { ended: connection.ended, stop };
}

function readOptions(words: readonly string[]): { http: boolean; corpus?: string } | null {
  try {
    const options = {
      http: { type: 'boolean', default: false },
      corpus: { type: 'string' },
    } as const;
    const { http, corpus } = parseArgs({ args: [...words], options }).values;
    return corpus === undefined ? { http } : { http, corpus };
  } catch {
    return null;
  }
}
