import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../../src/playground/protocol.js';
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

/** Reads server-sent events one by one. */
async function listen({ playground }: TestSlack, query: string, lastId?: string) {
  const stop = new AbortController();
  closeAfterTest(async () => stop.abort());
  const response = await fetch(`${playground.url}/playground/events?${query}`, {
    signal: stop.signal,
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<{ id: string; event: ServerEvent }> => {
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
      const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(frame) ?? [];
      if (id !== undefined && data !== undefined) return { id, event: JSON.parse(data) };
    }
  };
  const nextOf = async (type: ServerEvent['type']) => {
    for (;;) {
      const { id, event } = await next();
      if (event.type === type) return { id, event };
    }
  };
  return { response, next, nextOf, stop: () => stop.abort() };
}

describe('the stream of events', () => {
  it('begins with everything that the person may see, then sends what changes', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, 'person=U0SAM00004');
    expect((await stream.next()).event).toMatchObject({
      type: 'snapshot',
      snapshot: { person: 'U0SAM00004', app: { name: 'Clipdesk' } },
    });
    await slack.workspace.say('maya', '#newsroom', 'hello');
    expect((await stream.next()).event).toMatchObject({
      type: 'message',
      message: { text: 'hello', user: 'U0MAYA0001' },
    });
  });

  it('never shows a person what is for another', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, 'person=U0JONAS002');
    await stream.next();
    const whisper = { channel: 'C0NEWSROOM', user: 'U0MAYA0001', text: 'psst' };
    await slack.call('chat.postEphemeral', whisper);
    await slack.workspace.say('sam', '#investigations', 'secret');
    await slack.workspace.say('sam', 'sam', 'direct');
    await slack.workspace.say('sam', '#newsroom', 'for all');
    const { event } = await stream.nextOf('message');
    expect(event).toMatchObject({ message: { text: 'for all' } });
  });

  it('goes on where it broke off, and starts afresh where that is unknown', async () => {
    const slack = await startSlack();
    const before = await listen(slack, 'person=U0SAM00004');
    const { id } = await before.next();
    before.stop();
    await slack.workspace.say('maya', '#newsroom', 'while you were away');
    const again = await listen(slack, 'person=U0SAM00004', id);
    expect((await again.next()).event).toMatchObject({
      type: 'message',
      message: { text: 'while you were away' },
    });
    const afresh = await listen(slack, 'person=U0SAM00004', 'other-7');
    expect((await afresh.next()).event.type).toBe('snapshot');
  });

  it('beats while nothing happens, and ends when the playground closes', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, '');
    expect((await stream.next()).event).toMatchObject({ snapshot: { person: 'U0MAYA0001' } });
    slack.clock.skip(15_000);
    await slack.playground.close();
    await expect(stream.next()).rejects.toThrow(/ended|terminated|aborted/);
  });

  it('shows each call of the bot while it waits and when it is answered', async () => {
    const slack = await startSlack();
    const stream = await listen(slack, '');
    await slack.call('auth.test');
    const first = await stream.nextOf('traffic');
    expect(first.event).toMatchObject({ entry: { title: 'auth.test', outcome: 'waiting' } });
    await stream.nextOf('traffic');
    const last = await stream.nextOf('traffic');
    expect(last.event).toMatchObject({
      entry: { outcome: 'ok', headers: { authorization: 'Bearer xoxb-…' } },
    });
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
