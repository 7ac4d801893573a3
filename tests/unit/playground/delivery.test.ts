import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { startSlack, type Received, type TestSlack } from './support/start-slack.js';

const failures = (workspace: TestSlack['workspace']): number =>
  workspace.traffic().filter((one) => one.outcome === 'failed').length;

describe('how the bot is told', () => {
  it('signs the bytes that it sends', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('maya', '#newsroom', '/deport “panamá”');
    const [request] = received;
    const base = `v0:${String(request?.headers['x-slack-request-timestamp'])}:${request?.raw}`;
    const { signingSecret } = workspace.credentials;
    const expected = createHmac('sha256', signingSecret).update(base).digest('hex');
    expect(request?.headers['x-slack-signature']).toBe(`v0=${expected}`);
  });

  it('tells the person, and nobody else, that a command was not answered in three seconds', async () => {
    const { workspace, clock, received } = await startSlack({ bot: () => undefined });
    const answer = workspace.say('maya', '#newsroom', '/deport panama');
    await vi.waitFor(() => expect(received).toHaveLength(1), { interval: 5 });
    clock.skip(3_000);
    const sentence = '/deport failed with the error "operation_timeout"';
    expect(await answer).toEqual({ ok: false, error: sentence });
    expect(workspace.visibleTo('maya', '#newsroom')).toMatchObject([
      { text: sentence, from: 'slackbot', ephemeralTo: 'U0MAYA0001' },
    ]);
    expect(workspace.visibleTo('sam', '#newsroom')).toEqual([]);
    expect(workspace.traffic().at(-1)).toMatchObject({ outcome: 'failed' });
  });

  it('tells the person that the bot failed or cannot be reached', async () => {
    const { workspace } = await startSlack({ bot: (request) => request.answer(500) });
    expect(await workspace.say('maya', '#newsroom', '/deport panama')).toMatchObject({
      error: '/deport failed with the error "dispatch_failed"',
    });
  });

  it('sends an unanswered event four times: at once, at once again, after a minute, after five', async () => {
    const { workspace, received, clock } = await startSlack({
      bot: (request) => request.answer(503),
    });
    await workspace.say('maya', '#newsroom', 'hello @clipdesk');
    await vi.waitFor(() => expect(failures(workspace)).toBe(2), { interval: 5 });
    clock.skip(59_000);
    expect(received).toHaveLength(2);
    clock.skip(1_001);
    await vi.waitFor(() => expect(failures(workspace)).toBe(3), { interval: 5 });
    clock.skip(300_001);
    await workspace.idle();
    const retries = received.map((one) => one.headers['x-slack-retry-num']);
    expect(retries).toEqual([undefined, '1', '2', '3']);
    expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(received.map((one) => one.body['event_id'])).size).toBe(1);
  });

  it('stops when the bot forbids retries', async () => {
    const { workspace, received } = await startSlack({
      bot: (request) => request.answer(500, '', { 'x-slack-no-retry': '1' }),
    });
    await workspace.say('maya', '#newsroom', 'hello @clipdesk');
    await workspace.idle();
    expect(received).toHaveLength(1);
  });

  it('waits a shorter time where the playground is told to hurry', async () => {
    const { workspace, received } = await startSlack({
      speedUp: 60_000,
      bot: (request) => request.answer(500),
    });
    await workspace.say('maya', '#newsroom', 'hello @clipdesk');
    await workspace.idle();
    expect(received).toHaveLength(4);
  });
});

describe('the fault switches', () => {
  const mention = '@clipdesk panama';

  it('answers 429 once, with the time to wait', async () => {
    const { workspace, request } = await startSlack();
    await workspace.do({ kind: 'set-fault', fault: 'rate-limit-once', on: true });
    const first = await request('auth.test');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await request('auth.test')).status).toBe(200);
    expect(workspace.snapshot()?.faults.some((one) => one.on)).toBe(false);
  });

  it('loses one ack: the event comes again under the same id', async () => {
    const { workspace, received } = await startSlack();
    await workspace.do({ kind: 'set-fault', fault: 'lose-ack-once', on: true });
    await workspace.say('maya', '#newsroom', mention);
    await workspace.idle();
    expect(received.map((one) => one.headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_timeout',
    ]);
    expect(received[0]?.body['event_id']).toBe(received[1]?.body['event_id']);
  });

  it('loses one ack: the person sees the command fail', async () => {
    const { workspace } = await startSlack();
    await workspace.do({ kind: 'set-fault', fault: 'lose-ack-once', on: true });
    expect(await workspace.say('maya', '#newsroom', '/deport panama')).toMatchObject({ ok: false });
    expect(await workspace.say('maya', '#newsroom', '/deport panama')).toEqual({ ok: true });
  });

  it('sends one event twice', async () => {
    const { workspace, received } = await startSlack();
    await workspace.do({ kind: 'set-fault', fault: 'send-event-twice', on: true });
    await workspace.say('maya', '#newsroom', mention);
    await workspace.say('maya', '#newsroom', mention);
    await workspace.idle();
    const ids = received.map((one: Received) => one.body['event_id']);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
  });

  it('expires response URLs for as long as it is on', async () => {
    const { workspace, received, post } = await startSlack();
    await workspace.say('maya', '#newsroom', '/deport panama');
    const url = String(received[0]?.body['response_url']);
    await workspace.do({ kind: 'set-fault', fault: 'expire-response-urls', on: true });
    expect((await post(url, { text: 'x' })).status).toBe(404);
    await workspace.do({ kind: 'set-fault', fault: 'expire-response-urls', on: false });
    expect((await post(url, { text: 'x' })).status).toBe(200);
  });

  it('takes Slack down for ten seconds, response URLs too, and brings it back', async () => {
    const { workspace, received, post, request, clock } = await startSlack();
    await workspace.say('maya', '#newsroom', '/deport panama');
    const url = String(received[0]?.body['response_url']);
    await workspace.do({ kind: 'set-fault', fault: 'slack-down-10s', on: true });
    expect((await request('auth.test')).status).toBe(503);
    expect((await post(url, { text: 'x' })).status).toBe(503);
    clock.skip(10_000);
    expect((await request('auth.test')).status).toBe(200);
    expect((await post(url, { text: 'x' })).status).toBe(200);
    expect(workspace.traffic().filter((one) => one.title.startsWith('Fault switch'))).toHaveLength(
      2,
    );
  });
});
