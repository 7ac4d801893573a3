import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startLocalSlack } from '../support/local-slack.js';
import { startProgram, type Program } from '../support/playground-program.js';
import { tempFolder } from '../support/temp-folder.js';
import { quotations } from '../support/wire.js';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-for-tests', SLACK_SIGNING_SECRET: 'a-secret-for-tests' };

const snapshot = z.object({
  messages: z.array(
    z.looseObject({ text: z.string(), from: z.string(), blocks: z.array(z.unknown()) }),
  ),
});
type Messages = z.infer<typeof snapshot>['messages'];

/** What Maya sees. */
async function look(address: string): Promise<Messages> {
  const response = await fetch(`${address}/playground/state?person=U0MAYA0001`);
  return snapshot.parse(await response.json()).messages;
}

/** Types that as Maya in #newsroom, and waits until the bot has answered. */
async function ask(address: string, text: string): Promise<Messages> {
  const before = (await look(address)).filter(({ from }) => from === 'bot').length;
  const command = { kind: 'send-message', person: 'U0MAYA0001', channel: 'C0NEWSROOM', text };
  await fetch(`${address}/playground/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  await expect
    .poll(async () => (await look(address)).filter(({ from }) => from === 'bot').length, {
      timeout: 10_000,
    })
    .toBe(before + 1);
  return look(address);
}

/** In an empty folder, with PORT=0 and no other variable but the given ones. */
function start(words: readonly string[] = [], env: Record<string, string> = {}): Program {
  return startProgram(words, { cwd: tempFolder().dir, env: { PORT: '0', ...env } });
}

describe('npm start with no tokens', () => {
  it('opens the playground and says where, and what to try there', async () => {
    const program = start();
    await program.until('Stop with Ctrl+C');
    expect(program.output()).toMatch(/The playground is open at http:\/\/127\.0\.0\.1:\d+/);
    expect(program.output()).toContain('/deport panama');
    expect(program.output()).toContain('@clipdesk ');
    expect(await program.end('SIGTERM')).toBe(0);
  });

  it('reads a copy of the articles, says where it lies, and takes it away at the end', async () => {
    const { dir } = tempFolder({ 'story.txt': 'Ferries stop for a day.\n' });
    const program = start([], { CORPUS_DIR: dir });
    await program.until('Stop with Ctrl+C');
    const [, copy = ''] = /Its articles are a copy in (\S+):/.exec(program.output()) ?? [];
    expect(copy).not.toBe(dir);
    expect(readFileSync(path.join(copy, 'story.txt'), 'utf8')).toBe('Ferries stop for a day.\n');
    expect(await program.end('SIGTERM')).toBe(0);
    expect(existsSync(copy)).toBe(false);
    expect(readdirSync(dir)).toEqual(['story.txt']);
  });

  it('changes the copy as the page asks, and refuses what is no article', async () => {
    const { dir } = tempFolder({ 'story.txt': 'Ferries stop for a day.\n' });
    const address = await start([], { CORPUS_DIR: dir }).address();
    const post = async (command: object): Promise<unknown> => {
      const response = await fetch(`${address}/playground/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
      });
      return response.json();
    };
    const read = (file: string): Promise<Response> =>
      fetch(`${address}/playground/article?file=${encodeURIComponent(file)}`);
    const edit = { kind: 'write-article', file: 'story.txt', text: 'Ferries run again.\n' };
    expect(await post(edit)).toEqual({ ok: true });
    expect(await (await read('story.txt')).json()).toMatchObject({ text: edit.text });
    expect(readFileSync(path.join(dir, 'story.txt'), 'utf8')).toBe('Ferries stop for a day.\n');
    expect((await read('../story.txt')).status).toBe(404);
    expect(await post({ ...edit, file: 'articles.yml' })).toMatchObject({
      ok: false,
      error: 'There is no article articles.yml.',
    });
    const own = { title: null, outlet: null, date: '2026-02-30', text: 'x' };
    expect(await post({ kind: 'add-article', article: own })).toMatchObject({
      ok: false,
      error: 'The date: expected one such as 2026-11-24.',
    });
    expect(
      await post({ kind: 'add-article', article: { ...own, date: null, text: ' ' } }),
    ).toMatchObject({ ok: false, error: 'The article has no text.' });
    expect(await post({ kind: 'move-clock', ms: -1 })).toMatchObject({ ok: false });
  });

  it('serves the page with its script, to this machine only', async () => {
    const address = await start().address();
    const page = await (await fetch(address)).text();
    const script = await fetch(address + (/src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''));
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map((each) => each.address);
    // The whole of 127.0.0.0/8 leads to a server that listens everywhere.
    for (const other of ['127.0.0.2', ...others])
      expect(await answers(other, Number(new URL(address).port))).toBe(false);
  });

  it('answers there with passages of the articles that came with it', async () => {
    const messages = await ask(await start().address(), '/deport panama');
    expect(messages.flatMap(({ blocks }) => quotations(blocks)).join('\n')).toContain(
      'the Panamanian Foreign Ministry said Thursday that the country would not accept',
    );
  });

  it('takes another command word when one is configured, there too', async () => {
    const program = start([], { COMMAND: '/clips' });
    await program.until('  /clips panama');
    const messages = await ask(await program.address(), '/clips panama');
    expect(messages.flatMap(({ blocks }) => quotations(blocks))).not.toEqual([]);
  });

  it('names a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const program = start([], { PORT: port });
    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(
      `PORT: another program listens on port ${port} already; set PORT to a free one.`,
    );
  });
});

describe('npm run playground', () => {
  it('answers over Socket Mode with --socket', async () => {
    const messages = await ask(await start(['playground', '--socket']).address(), '/deport panama');
    expect(messages.flatMap(({ blocks }) => quotations(blocks))).not.toEqual([]);
  });

  it('opens although there are tokens, and uses none of them', async () => {
    const program = start(['playground'], { ...TOKENS, SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    const messages = await ask(await program.address(), '/deport panama');
    expect(messages.flatMap(({ blocks }) => quotations(blocks))).not.toEqual([]);
    const state = await (await fetch(`${await program.address()}/playground/state`)).text();
    expect(state + program.output()).not.toContain('for-tests');
  });

  it('keeps what was said with --state FILE from one start to the next, a stop by kill -9 between', async () => {
    const file = tempFolder().at('kept.json');
    const first = start(['playground', '--state', file]);
    await ask(await first.address(), '@clipdesk panama');
    await expect
      .poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 })
      .toContain('blocks":[{');
    await first.end('SIGKILL');

    const second = start(['playground', '--state', file]);
    const kept = await look(await second.address());
    expect(kept.map(({ from }) => from)).toEqual(['person', 'bot']);
    await ask(await second.address(), '/deport bahamas');
    expect(await second.end('SIGTERM')).toBe(0);

    const third = await start(['playground', '--state', file]).address();
    expect((await look(third)).map(({ from }) => from)).toEqual(['person', 'bot', 'bot']);
  });

  it('names a state file that is damaged, and leaves it as it is', async () => {
    const file = tempFolder({ 'kept.json': '{"version":1,"team":{' }).at('kept.json');
    const program = start(['playground', '--state', file]);
    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(
      `${file} is not a kept playground. Move it away, or give another file to --state.`,
    );
    expect(readFileSync(file, 'utf8')).toBe('{"version":1,"team":{');
  });

  it('names a state file that cannot be written, before anything was said', async () => {
    const { at } = tempFolder({ 'a-file': '' });
    const program = start(['playground', '--state', at('a-file/kept.json')]);
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/a-file\/kept\.json cannot be (read|written) \(ENOTDIR\)/);
    expect(program.output()).not.toContain('    at ');
  });
});

describe('npm start with tokens', () => {
  it('goes to Slack, and says so when Slack cannot be reached', async () => {
    const toNoSlack = start([], {
      ...TOKENS,
      PORT: '0',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    });
    await toNoSlack.until('Slack cannot be reached at http://127.0.0.1:9/api/');
    expect(toNoSlack.output()).not.toContain('playground');
  });

  it('loads no line of the playground, and the playground loads the same bot', async () => {
    const slack = await startLocalSlack({
      'auth.test': () => ({
        body: { ok: true, team: 'Test', team_id: 'T1', user_id: 'U1', bot_id: 'B1' },
      }),
    });
    onTestFinished(() => slack.close());
    const production = await modulesOf([], { ...TOKENS, SLACK_API_URL: slack.apiUrl });
    const played = await modulesOf(['playground'], {});
    const inPlayground = (file: string): boolean => /^(start-)?playground/.test(file);
    expect(production.filter(inPlayground)).toEqual([]);
    expect(played.filter(inPlayground)).toContain('playground/create-workspace.js');
    const bot = (files: string[]): string[] =>
      files.filter((file) => /^(slack|answer|search|corpus|start-slack-bot)/.test(file));
    expect(bot(production)).toContain('slack/create-app.js');
    expect(bot(played)).toEqual(expect.arrayContaining(bot(production)));
  });

  it('runs code that never mentions the playground', () => {
    const source = fileURLToPath(new URL('../../src', import.meta.url));
    const files = ['slack', 'answer', 'search', 'corpus'].flatMap((room) =>
      readdirSync(path.join(source, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join(source, room, file)),
    );
    expect(files.length).toBeGreaterThan(40);
    const mentions = [...files, path.join(source, 'start/start-slack-bot.ts')].filter((file) =>
      /playground/i.test(readFileSync(file, 'utf8')),
    );
    expect(mentions).toEqual([]);
  });
});

/** The files under dist/ that a start has loaded by the time the bot is up, as Node itself writes them down. */
async function modulesOf(words: readonly string[], env: Record<string, string>): Promise<string[]> {
  const { dir } = tempFolder();
  const program = start(words, { ...env, NODE_V8_COVERAGE: dir, LOG_LEVEL: 'info' });
  await program.until('listening on port');
  expect(await program.end('SIGTERM')).toBe(0);
  const written = z.object({ result: z.array(z.object({ url: z.string() })) });
  const dist = new URL('../../dist/', import.meta.url).href;
  return readdirSync(dir).flatMap((file) =>
    written
      .parse(JSON.parse(readFileSync(path.join(dir, file), 'utf8')))
      .result.map(({ url }) => url)
      .filter((url) => url.startsWith(dist))
      .map((url) => url.slice(dist.length)),
  );
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const tell = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => tell(true));
    socket.once('error', () => tell(false));
  });
}
