import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { startPlayground } from '../../src/playground/start-playground.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

const PROGRAM = fileURLToPath(new URL('digest-program.mjs', import.meta.url));
const MANIFEST = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));

export interface Program {
  kill(): Promise<void>;
  /** Moves its clock on. */
  move(instant: string): void;
  readonly errors: () => string;
}

/** A workspace on this machine with many channels, a database, and programs that send their digests. */
export interface DigestNewsroom {
  readonly store: Store;
  readonly channels: readonly string[];
  /** Called with each post that has reached the workspace, before whoever posted hears of it. */
  afterPost: () => void | Promise<void>;
  /** Starts a program when all that an earlier one has sent has arrived. */
  start(at: string): Promise<Program>;
  /** The channels' digests of a day by channel: how many messages there are. */
  messages(): { readonly channel: string; readonly key: string }[];
  /** Whether every channel's digest of a day has been marked as sent. */
  isSent(day: string): Promise<boolean>;
  /** Resolves when every channel's digest of a day has been marked as sent. */
  untilSent(day: string): Promise<void>;
}

export async function openDigestNewsroom(options: {
  database: string;
  corpus: string;
  channels: number;
}): Promise<DigestNewsroom> {
  const empty = await startPlayground({ port: 0, manifest: MANIFEST, botUrl: () => '' });
  const { state } = empty.workspace;
  await empty.close();
  const [newsroom] = state.channels;
  if (!newsroom) throw new Error('a workspace without channels');
  const channels = Array.from({ length: options.channels }, (_, at) => `CDESK${100 + at}`);
  state.channels.push(...channels.map((id) => ({ ...newsroom, id, name: id.toLowerCase() })));
  const { workspace, apiUrl, close } = await startPlayground({
    port: 0,
    manifest: MANIFEST,
    botUrl: () => 'http://127.0.0.1:9/',
    needs: { state },
  });
  onTestFinished(close);

  // Stands between the programs and the workspace, and knows when a post has been made and not yet told.
  const underWay = new Set<Promise<void>>();
  const between = createServer((request, response) => {
    const passed = (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const path = request.url ?? '';
      const answer = await fetch(new URL(path.replace('/api/', ''), apiUrl), {
        method: 'POST',
        headers: {
          'content-type': request.headers['content-type'] ?? '',
          authorization: request.headers.authorization ?? '',
        },
        body: Buffer.concat(chunks),
      });
      const body = await answer.text();
      if (path.endsWith('chat.postMessage')) await desk.afterPost();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(body);
    })()
      .catch(() => void response.destroy())
      .finally(() => underWay.delete(passed));
    underWay.add(passed);
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  onTestFinished(() => {
    between.closeAllConnections();
    between.close();
  });
  const address = between.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  const store = await openStore({ url: options.database, now: () => new Date() });
  onTestFinished(() => store.close());
  const team = workspace.state.team.id;
  const changed = new Date('2026-01-01T00:00Z');
  for (const channel of channels)
    await store.digests.save({
      team,
      channel,
      time: '08:00',
      zone: 'UTC',
      days: [1, 2, 3, 4, 5, 6, 7],
      topic: null,
      quiet: 'note',
      state: 'on',
      pausedBy: null,
      changedBy: 'U0MAYA0001',
      changedAt: changed,
      runsFrom: changed,
    });

  const isSent = async (day: string): Promise<boolean> =>
    (await store.digests.list()).every(({ lastDay }) => lastDay === day);

  const desk: DigestNewsroom = {
    store,
    channels,
    afterPost: () => {},
    async start(at) {
      await Promise.all(underWay);
      const child = spawn(process.execPath, [PROGRAM], {
        env: {
          PATH: process.env['PATH'],
          DATABASE: options.database,
          API_URL: `http://127.0.0.1:${port}/api/`,
          TOKEN: workspace.credentials.botToken,
          CORPUS: options.corpus,
          START: at,
        },
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      let errors = '';
      child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
      await Promise.race([once(child.stdout, 'data'), ended(child)]);
      if (child.exitCode !== null) throw new Error(`the program ended: ${errors}`);
      return {
        errors: () => errors,
        move: (instant) => void child.stdin.write(`${instant}\n`),
        async kill() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill('SIGKILL');
          await ended(child);
        },
      };
    },
    messages: () =>
      workspace.state.messages.flatMap(({ channel, metadata }) => {
        const payload: unknown = metadata?.['event_payload'];
        return typeof payload === 'object' && payload !== null && 'key' in payload
          ? [{ channel, key: String(payload.key) }]
          : [];
      }),
    isSent,
    async untilSent(day) {
      while (!(await isSent(day))) await sleep(20);
    },
  };
  return desk;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
