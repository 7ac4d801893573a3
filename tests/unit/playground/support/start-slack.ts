import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import { startPlayground, type Playground } from '../../../../src/playground/start-playground.js';
import {
  driveWorkspace,
  type DrivenWorkspace,
} from '../../../support/playground/drive-workspace.js';
import { createSkippingClock, type SkippingClock } from './create-skipping-clock.js';
import { testManifest } from './test-manifest.js';

type Json = Record<string, unknown>;

/** A request as the bot got it, and the way to answer it. */
export interface Received {
  headers: IncomingHttpHeaders;
  raw: string;
  /** The body: a form's fields, the parsed `payload` of an interaction, or an event envelope. */
  body: Json;
  answer: (status?: number, body?: unknown, headers?: Record<string, string>) => void;
}

export interface TestSlack {
  playground: Playground;
  workspace: DrivenWorkspace;
  clock: SkippingClock;
  /** Calls a Web API method over HTTP, as a form, with the bot's token unless another is given. */
  call: (method: string, args?: Json, token?: string | null) => Promise<Json & { ok: boolean }>;
  /** The same, with status and headers. */
  request: (method: string, args?: Json, token?: string | null) => Promise<Response>;
  post: (url: string, body: unknown) => Promise<Response>;
  /** What reached the bot so far. */
  received: Received[];
}

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Runs after the test, the last one handed in first. */
export function closeAfterTest(close: () => Promise<void>): void {
  closers.push(close);
}

/**
 * A playground on a free port, and a bot that is nothing but a web server: `bot` answers each
 * request, by default with 200 at once.
 */
export async function startSlack({
  manifest = testManifest(),
  bot = (request: Received) => request.answer(),
  ...options
}: {
  manifest?: unknown;
  bot?: (request: Received) => void;
  pageDir?: string;
  stateFile?: string;
  speedUp?: number;
} = {}): Promise<TestSlack> {
  const { speedUp, ...rest } = options;
  const clock = createSkippingClock();
  const received: Received[] = [];
  const botUrl = await startBareBot((request) => {
    received.push(request);
    bot(request);
  });
  const playground = await startPlayground({
    port: 0,
    manifest,
    botUrl: () => botUrl,
    needs: { now: clock.now, after: clock.after, ...(speedUp !== undefined && { speedUp }) },
    ...rest,
  });
  closeAfterTest(playground.close);
  const { apiUrl } = playground;
  const workspace = driveWorkspace(playground.workspace, clock.after);

  const request: TestSlack['request'] = (method, args = {}, token) => {
    const bearer = token === undefined ? workspace.credentials.botToken : token;
    const fields = Object.entries(args).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return fetch(apiUrl + method, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    });
  };
  return {
    playground,
    workspace,
    clock,
    received,
    request,
    call: async (...args) => {
      const answer = await request(...args);
      const body: Json & { ok: boolean } = JSON.parse(await answer.text());
      return body;
    },
    post: (url, body) =>
      fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  };
}

async function startBareBot(handle: (request: Received) => void): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      handle({
        headers: request.headers,
        raw,
        body: parseReceived(raw),
        answer(status = 200, body = '', headers = {}) {
          const text = typeof body === 'string' ? body : JSON.stringify(body);
          response.writeHead(status, headers).end(text);
        },
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the bare bot does not listen');
  return `http://127.0.0.1:${address.port}/slack/events`;
}

function parseReceived(raw: string): Json {
  if (raw.startsWith('{')) return JSON.parse(raw);
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form['payload'] === undefined ? form : JSON.parse(form['payload']);
}
