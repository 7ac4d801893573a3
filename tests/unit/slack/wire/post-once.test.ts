import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClientWithoutRetries } from '../../../../src/slack/wire/client.js';
import { createPostOnce } from '../../../../src/slack/wire/post-once.js';
import { createLog } from '../../../support/test-bot.js';

const ANSWER = { text: 'panama: 3 passages', blocks: [] };
const CHANNEL = { channel: 'C1', thread: null };
const THREAD = { channel: 'C1', thread: '0.9' };

/** How Slack meets one try: whether it takes the message, and what it answers. */
interface Turn {
  readonly takes: boolean;
  readonly answer: (response: ServerResponse) => void;
}
const failing: Turn['answer'] = (response) => response.writeHead(500).end();
const busy: Turn['answer'] = (response) => response.writeHead(429, { 'retry-after': '7' }).end();
const says =
  (body: object): Turn['answer'] =>
  (response) =>
    response.end(JSON.stringify(body));

/** A Slack that takes messages, tells of them by what they carry, and meets each try as it is told. */
async function slackThat(turns: Turn[], { mayRead = true } = {}) {
  const taken: { ts: string; metadata: unknown }[] = [];
  const read: string[] = [];
  const server = createServer((request, response) => void meet(request, response));
  async function meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await text(request));
    const method = (request.url ?? '').replace('/api/', '');
    if (method !== 'chat.postMessage') {
      read.push(method);
      return says(mayRead ? { ok: true, messages: taken } : { ok: false, error: 'missing_scope' })(
        response,
      );
    }
    const turn = turns.shift();
    const ts = `${taken.length + 1}.1`;
    if (turn?.takes !== false)
      taken.push({ ts, metadata: JSON.parse(fields.get('metadata') ?? 'null') });
    (turn?.answer ?? says({ ok: true, ts }))(response);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const apiUrl = `http://127.0.0.1:${port}/api/`;
  const slept: number[] = [];
  let keys = 0;
  const post = createPostOnce({
    client: createClientWithoutRetries('xoxb-test', { apiUrl }, createLog([])),
    now: () => new Date('2026-11-25T12:00:00Z'),
    sleep: async (ms) => void slept.push(ms),
    newKey: () => `answer-${(keys += 1)}`,
  });
  return { post, taken, read, slept };
}

describe('an answer that somebody waits for', () => {
  it.each([
    ['fails', failing],
    ['asks to wait', busy],
    ['answers with a sign-in page', says([])],
  ])('is not posted twice by a Slack that takes it and then %s', async (_how, answer) => {
    const slack = await slackThat([{ takes: true, answer }]);
    expect(await slack.post(CHANNEL, ANSWER)).toBe('1.1');
    expect(slack.taken).toHaveLength(1);
    expect(slack.read).toEqual(['conversations.history']);
  });

  it('is looked for in its thread, and posted again where it is not there, after the time that Slack names', async () => {
    const slack = await slackThat([{ takes: false, answer: busy }]);
    expect(await slack.post(THREAD, ANSWER)).toBe('1.1');
    expect(slack.read).toEqual(['conversations.replies']);
    expect(slack.slept).toEqual([7_000]);
  });

  it('is not taken for another that stands there', async () => {
    const slack = await slackThat([]);
    await slack.post(CHANNEL, ANSWER);
    const second = await slackThat([{ takes: false, answer: failing }]);
    second.taken.push({
      ts: '0.1',
      metadata: { event_type: 'clipdesk_delivery', event_payload: { key: 'answer-0' } },
    });
    expect(await second.post(CHANNEL, ANSWER)).toBe('2.1');
  });

  it('comes once more rather than not at all where the bot may not look', async () => {
    const slack = await slackThat([{ takes: false, answer: failing }], { mayRead: false });
    expect(await slack.post(CHANNEL, ANSWER)).toBe('1.1');
  });

  it('is found after the last try has failed: nobody is told that there is none', async () => {
    const lost = { takes: false, answer: failing };
    const slack = await slackThat([lost, lost, lost, lost, { takes: true, answer: failing }]);
    expect(await slack.post(CHANNEL, ANSWER)).toBe('1.1');
  });

  it('is given up at once where Slack refuses it, and after five tries where it fails', async () => {
    const refusing = await slackThat([
      { takes: false, answer: says({ ok: false, error: 'is_archived' }) },
    ]);
    await expect(refusing.post(CHANNEL, ANSWER)).rejects.toThrow('is_archived');
    expect(refusing.read).toEqual([]);
    const lost = { takes: false, answer: failing };
    const away = await slackThat([lost, lost, lost, lost, lost]);
    await expect(away.post(CHANNEL, ANSWER)).rejects.toThrow('500');
    expect(away.slept).toEqual([500, 1_000, 3_000, 8_000]);
  });
});
