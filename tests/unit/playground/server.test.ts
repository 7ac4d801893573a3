import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotUpdate } from '../../../src/playground/protocol.js';
import { closeAfterTest, startSlack, type TestSlack } from './support/start-slack.js';

async function buildPage(): Promise<{ folder: string; pageDir: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  closeAfterTest(() => rm(folder, { recursive: true }));
  const pageDir = join(folder, 'page');
  await mkdir(join(pageDir, 'assets'), { recursive: true });
  await writeFile(join(pageDir, 'index.html'), '<!doctype html><title>Playground</title>');
  await writeFile(join(pageDir, 'assets', 'page.js'), 'start();');
  await writeFile(join(folder, 'secret.txt'), 'not for the page');
  await symlink(join(folder, 'secret.txt'), join(pageDir, 'link.txt'));
  return { folder, pageDir };
}

/** A request with the path and headers exactly as given; fetch would tidy them. */
function rawRequest(
  url: string,
  options: { path: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** Reads server-sent snapshots, and parts of them, one by one. */
async function listen({ playground }: TestSlack, person = 'U0MAYA0001') {
  const response = await fetch(`${playground.url}/playground/events?person=${person}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  closeAfterTest(async () => reader?.cancel().catch(() => undefined));
  let buffer = '';
  const next = async (): Promise<SnapshotUpdate> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error('the stream has ended');
        buffer += value ?? '';
        continue;
      }
      const frame = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (frame.startsWith('data: ')) return JSON.parse(frame.slice('data: '.length));
    }
  };
  /** The next that is as wanted, and the names of all parts that came until then. */
  const until = async (wanted: (update: SnapshotUpdate) => boolean) => {
    const parts = new Set<string>();
    for (;;) {
      const update = await next();
      for (const name of Object.keys(update)) parts.add(name);
      if (wanted(update)) return { update, parts };
    }
  };
  return { next, until };
}

describe('the stream of snapshots', () => {
  it('begins with everything that the person may see, then sends whole the parts that change', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, 'U0SAM00004');
    const all: unknown = JSON.parse(JSON.stringify(slack.workspace.seenBy('sam')));
    expect({ ...(await stream.next()), now: 0 }).toEqual({ ...Object(all), now: 0 });
    await slack.workspace.say('maya', '#newsroom', 'hello');
    await slack.workspace.say('maya', '#newsroom', 'again');
    const { update, parts } = await stream.until(({ messages }) => messages?.length === 2);
    expect(update.messages).toMatchObject([{ text: 'hello' }, { text: 'again' }]);
    expect([...parts].toSorted()).toEqual(['messages', 'now']);
  });

  it('never shows a person what is for another', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, 'U0JONAS002');
    await stream.next();
    const whisper = { channel: 'C0NEWSROOM', user: 'U0MAYA0001', text: 'psst' };
    await slack.call('chat.postEphemeral', whisper);
    await slack.workspace.say('sam', '#investigations', 'secret');
    await slack.workspace.say('sam', 'sam', 'direct');
    await slack.workspace.say('sam', '#newsroom', 'for all');
    const { update } = await stream.until(({ messages }) => messages !== undefined);
    expect(update.messages).toMatchObject([{ text: 'for all' }]);
  });

  it('tells every page the new time when the clock is moved', async () => {
    const slack = await startSlack();
    const stream = await listen(slack);
    const { now } = await stream.next();
    await slack.workspace.moveClock(3_600_000);
    const { parts } = await stream.until((update) => update.now >= now + 3_600_000);
    expect([...parts]).toEqual(['now']);
  });

  it('beats while nothing happens, and ends when the playground closes', async () => {
    const slack = await startSlack();
    const stream = await listen(slack);
    expect(await stream.next()).toMatchObject({ person: 'U0MAYA0001' });
    slack.clock.skip(15_000);
    await slack.playground.close();
    await expect(stream.next()).rejects.toThrow(/ended|terminated|aborted/);
  });

  it('shows each call of the bot, and hides its token', async () => {
    const slack = await startSlack();
    const stream = await listen(slack);
    await slack.call('auth.test');
    const { update } = await stream.until(({ traffic }) => traffic?.at(-1)?.outcome === 'ok');
    expect(update.traffic).toMatchObject([
      { title: 'auth.test', headers: { authorization: 'Bearer xoxb-…' } },
    ]);
  });
});

describe('what the page asks for', () => {
  it('does what a person did and answers', async () => {
    const slack = await startSlack();
    const command = {
      kind: 'send-message',
      person: 'U0MAYA0001',
      channel: 'C0NEWSROOM',
      text: 'hi',
    };
    const answer = await slack.post(`${slack.playground.url}/playground/do`, command);
    expect(await answer.json()).toEqual({ ok: true });
    expect(slack.workspace.visibleTo('sam', '#newsroom')).toHaveLength(1);
  });

  it('refuses what is no command, no JSON, or somebody that does not exist', async () => {
    const { post, playground } = await startSlack();
    const url = `${playground.url}/playground/do`;
    expect((await post(url, { kind: 'shutdown' })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(415);
    const stranger = { kind: 'open-home', person: 'U404', tab: 'home' };
    expect(await (await post(url, stranger)).json()).toMatchObject({ ok: false });
    expect((await fetch(`${playground.url}/playground/state?person=U404`)).status).toBe(404);
  });
});

describe('who may reach the playground', () => {
  it('turns away another host name, another site’s page and a call by link', async () => {
    const { playground, workspace } = await startSlack();
    const path = '/playground/state';
    const asked = (headers: Record<string, string>, method = 'GET', to = path) =>
      rawRequest(playground.url, { path: to, method, headers });
    expect((await asked({ host: 'evil.example' })).status).toBe(403);
    expect((await asked({ host: 'localhost:3000' })).status).toBe(200);
    const json = { 'content-type': 'application/json' };
    const foreign = { ...json, origin: 'https://evil.example' };
    expect((await asked(foreign, 'POST', '/playground/do')).status).toBe(403);
    const link = `/api/chat.postMessage?token=xoxb-playground&channel=C0NEWSROOM&text=spam`;
    expect((await asked({}, 'GET', link)).status).toBe(405);
    expect(workspace.visibleTo('maya', '#newsroom')).toEqual([]);
  });

  it('serves the page with a strict policy, and its links to messages too', async () => {
    const { pageDir } = await buildPage();
    const { playground } = await startSlack({ pageDir });
    const index = await fetch(`${playground.url}/`);
    expect(index.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await index.text()).toContain('Playground');
    expect((await fetch(`${playground.url}/archives/C1/p1`)).status).toBe(200);
    const script = await fetch(`${playground.url}/assets/page.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('gives out no file from outside the page, neither by dots nor by a link', async () => {
    const { pageDir } = await buildPage();
    const { playground } = await startSlack({ pageDir });
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt']) {
      const answer = await rawRequest(playground.url, { path });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('says how to build the page where there is none', async () => {
    const { playground } = await startSlack();
    const answer = await fetch(`${playground.url}/`);
    expect([answer.status, await answer.text()]).toEqual([
      404,
      'The page is not built. Run: npm run build\n',
    ]);
  });
});
