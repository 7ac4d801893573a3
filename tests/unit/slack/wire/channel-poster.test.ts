import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PostError, type OutboxMessage } from '../../../../src/digest/delivery/outbox.js';
import { createChannelPoster } from '../../../../src/slack/wire/channel-poster.js';
import { createClientWithoutRetries } from '../../../../src/slack/wire/client.js';
import { startLocalSlack, type LocalSlack, type Methods } from '../../../support/local-slack.js';
import { aDigest } from '../../../support/digest.js';
import { createLog } from '../../../support/test-bot.js';

const TO = { team: 'T1', channel: 'C1', thread: null };
const OUTGOING: OutboxMessage = { kind: 'digest', digest: aDigest() };
const SINCE = new Date('2026-11-24T08:00:00Z');

/** Reaches Slack at that address; waits so many milliseconds for an answer. */
function posterTo(
  apiUrl: string,
  timeoutMs: number,
  barred: (channel: string) => Promise<string | null> = async () => null,
) {
  return createChannelPoster({
    client: createClientWithoutRetries('xoxb-test', { apiUrl, timeoutMs }, createLog([])),
    log: createLog([]),
    barred,
    write: () => ({ text: 'A digest', blocks: [{ type: 'divider' }] }),
  });
}

async function poster(methods: Methods, barred?: (channel: string) => Promise<string | null>) {
  const slack: LocalSlack = await startLocalSlack(methods);
  onTestFinished(() => slack.close());
  const box = posterTo(slack.apiUrl, 5_000, barred);
  return { slack, box };
}

/** What an attempt to post comes to. */
async function faultOf(methods: Methods): Promise<Partial<PostError>> {
  const { box, slack } = await poster(methods);
  const error: unknown = await box.post(TO, OUTGOING, 'key').catch((cause: unknown) => cause);
  if (!(error instanceof PostError)) throw new Error('not refused', { cause: error });
  expect(slack.calls).toHaveLength(1);
  return { fault: error.fault, reason: error.reason, retryAfterMs: error.retryAfterMs };
}

const own = (key: string, ts = '5.5') => ({
  ts,
  metadata: { event_type: 'clipdesk_delivery', event_payload: { key } },
});

describe('a message that nobody asked for', () => {
  it('carries its key, unfolds no links and is read as it is', async () => {
    const { slack, box } = await poster({
      'chat.postMessage': () => ({ body: { ok: true, ts: '1.1' } }),
    });
    expect(await box.post({ ...TO, thread: '0.9' }, OUTGOING, 'digest:T1:C1:2026-11-24')).toEqual({
      ts: '1.1',
      body: '{"text":"A digest","blocks":[{"type":"divider"}]}',
    });
    const sent = Object.fromEntries(slack.calls[0]?.body ?? []);
    expect(JSON.parse(sent['metadata'] ?? '')).toEqual({
      event_type: 'clipdesk_delivery',
      event_payload: { key: 'digest:T1:C1:2026-11-24' },
    });
    expect(sent).toMatchObject({
      channel: 'C1',
      thread_ts: '0.9',
      unfurl_links: 'false',
      mrkdwn: 'false',
    });
  });

  it.each([
    ['is_archived', 'closed'],
    ['channel_not_found', 'closed'],
    ['not_in_channel', 'closed'],
    ['account_inactive', 'closed'],
    ['invalid_blocks', 'refused'],
    ['missing_scope', 'refused'],
    ['an_error_of_tomorrow', 'unsure'],
    ['ratelimited', 'later'],
    ['token_revoked', 'later'],
    ['internal_error', 'unsure'],
    ['constructor', 'unsure'],
  ])('that Slack answers with %s is %s', async (code, fault) => {
    const answer = { 'chat.postMessage': () => ({ body: { ok: false, error: code } }) };
    expect(await faultOf(answer)).toEqual({ fault, reason: code, retryAfterMs: null });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['a sign-in page', (response) => response.end('<html>Please sign in</html>')],
    ['a way to one', (response) => response.writeHead(302, { location: '/login' }).end()],
    ['a page that forbids it', (response) => response.writeHead(403).end('<b>no</b>')],
    ['nothing', (response) => response.end()],
    ['half an answer', (response) => response.end('{"ok":tr')],
    ['null', (response) => response.end('null')],
    ['no reason', (response) => response.end('{"ok":false}')],
    ['no message', (response) => response.end('{"ok":true}')],
  ])('that %s answers may be posted, and nobody is shown that page', async (_what, answer) => {
    const port = await listen((_request, response) => answer(response));
    const sent = posterTo(`http://127.0.0.1:${port}/api/`, 5_000).post(TO, OUTGOING, 'key');
    await expect(sent).rejects.toMatchObject({ fault: 'unsure', reason: 'strange_answer' });
  });

  it('waits where Slack asks it to, also when Slack does not say how long', async () => {
    const port = await listen((_request, response) => void response.writeHead(429).end());
    const sent = posterTo(`http://127.0.0.1:${port}/api/`, 5_000).post(TO, OUTGOING, 'key');
    await expect(sent).rejects.toMatchObject({ fault: 'later', retryAfterMs: 5_000 });
  });

  it('is not tried again here when no answer comes: it may have been posted', async () => {
    let requests = 0;
    const port = await listen(() => (requests += 1));
    await expect(at(port).post(TO, OUTGOING, 'key')).rejects.toMatchObject({ fault: 'unanswered' });
    expect(requests).toBe(1);
  });

  it('was surely not posted where no connection was made', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    await expect(at(port).post(TO, OUTGOING, 'key')).rejects.toMatchObject({
      fault: 'later',
      reason: 'ECONNREFUSED',
    });
  });
});

describe('a message whose words no longer stand', () => {
  const BODY = '{"text":"A digest","blocks":[{"type":"divider"}]}';

  it('is changed where it stands', async () => {
    const { slack, box } = await poster({ 'chat.update': () => ({ body: { ok: true } }) });
    await box.mark({ channel: 'C1', ts: '1.1' }, BODY, []);
    const sent = Object.fromEntries(slack.calls[0]?.body ?? []);
    expect(sent).toMatchObject({ channel: 'C1', ts: '1.1', blocks: '[{"type":"divider"}]' });
  });

  it('that is gone is said to be', async () => {
    const answer = { body: { ok: false, error: 'message_not_found' } };
    const { box } = await poster({ 'chat.update': () => answer });
    await expect(box.mark({ channel: 'C1', ts: '1.1' }, BODY, [])).rejects.toMatchObject({
      fault: 'refused',
      reason: 'message_not_found',
    });
  });
});

describe('a channel that others read', () => {
  it('gets nothing, and the way is closed until it is opened', async () => {
    const { slack, box } = await poster({}, async () => 'shared_channel');
    await expect(box.post(TO, OUTGOING, 'key')).rejects.toMatchObject({
      fault: 'closed',
      reason: 'shared_channel',
    });
    expect(slack.calls).toEqual([]);
  });

  it('gets nothing while Slack does not answer who reads it, and is tried again', async () => {
    const { slack, box } = await poster({}, () =>
      Promise.reject(new DOMException('no answer', 'TimeoutError')),
    );
    // Nothing was posted: there is nothing to look for before the next try.
    await expect(box.post(TO, OUTGOING, 'key')).rejects.toMatchObject({ fault: 'later' });
    expect(slack.calls).toEqual([]);
  });
});

/** A poster to a port of this machine. */
function at(port: number) {
  return posterTo(`http://127.0.0.1:${port}/api/`, 200);
}

/** A server that answers as it is told, or never. */
async function listen(heard: RequestListener): Promise<number> {
  const server = createServer(heard);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return portOf(server);
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('looking for its own message', () => {
  it('reads back to shortly before it was due, page by page, and takes the key alone', async () => {
    const { slack, box } = await poster({
      'conversations.history': (body) => ({
        body:
          body.get('cursor') === 'next'
            ? { ok: true, messages: [own('other'), own('mine', '7.7')] }
            : {
                ok: true,
                messages: [
                  { ts: '9.9', text: 'mine' },
                  { ts: '8.8', metadata: { event_type: 'x', event_payload: { key: 'mine' } } },
                ],
                response_metadata: { next_cursor: 'next' },
              },
      }),
    });
    expect(await box.find(TO, 'mine', SINCE)).toEqual({ ts: '7.7' });
    expect(Object.fromEntries(slack.calls[0]?.body ?? [])).toMatchObject({
      channel: 'C1',
      include_all_metadata: 'true',
      oldest: String(SINCE.getTime() / 1_000 - 300),
    });
  });

  it('looks in the thread for what belongs in one, and says when there is none', async () => {
    const { slack, box } = await poster({
      'conversations.replies': () => ({ body: { ok: true, messages: [own('other')] } }),
    });
    expect(await box.find({ ...TO, thread: '0.9' }, 'mine', SINCE)).toBeNull();
    expect(slack.calls[0]?.body.get('ts')).toBe('0.9');
  });

  it('says why it could not look', async () => {
    const { box } = await poster({
      'conversations.history': () => ({ body: { ok: false, error: 'missing_scope' } }),
    });
    await expect(box.find(TO, 'mine', SINCE)).rejects.toMatchObject({
      fault: 'refused',
      reason: 'missing_scope',
    });
  });
});
