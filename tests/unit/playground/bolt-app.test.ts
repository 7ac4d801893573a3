import { describe, expect, it } from 'vitest';
import { startBoltApp } from './support/start-bolt-app.js';

const setFault = (fault: 'rate-limit-once' | 'lose-ack-once' | 'send-event-twice') => ({
  kind: 'set-fault' as const,
  fault,
  on: true,
});

describe.each(['http', 'socket'] as const)('a real Bolt app over %s', (transport) => {
  it('answers a command privately, opens a modal from its button, and thanks for the form', async () => {
    const { workspace } = await startBoltApp(transport);
    expect(await workspace.say('maya', '#politics', '/deport panama & co')).toEqual({ ok: true });
    const answer = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(answer).toMatchObject({ channel: 'C0POLITICS', text: 'You asked: panama &amp; co' });

    await workspace.press('maya', answer, 'context');
    const modal = await workspace.nextView('maya', 'modal');
    expect(await workspace.submit('maya', modal, { note: { text: 'bad' } })).toMatchObject({
      ok: false,
      errors: { note: 'Not that.' },
    });
    expect(await workspace.submit('maya', modal, { note: { text: 'good' } })).toEqual({ ok: true });
    expect(await workspace.nextMessage({ channel: 'maya' })).toMatchObject({
      text: 'panama &amp; co: good',
    });
    expect(workspace.seenBy('maya').modals).toEqual([]);
  });

  it('answers a mention in its thread, where everybody sees it', async () => {
    const { workspace } = await startBoltApp(transport);
    await workspace.say('jonas', '#newsroom', '@clipdesk panama');
    const root = workspace.visibleTo('jonas', '#newsroom')[0];
    const reply = await workspace.nextMessage({ channel: '#newsroom' });
    expect(reply).toMatchObject({ threadTs: root?.ts, text: 'I read: <@U0CLIPDESK> panama' });
    expect(workspace.visibleTo('sam', '#newsroom')).toHaveLength(2);
  });

  it('works on an event again whose ack was lost, and on one that was sent twice', async () => {
    const { workspace, events } = await startBoltApp(transport);
    await workspace.do(setFault('lose-ack-once'));
    await workspace.say('maya', '#newsroom', '@clipdesk one');
    await workspace.nextMessage({ text: 'one' });
    await workspace.idle();
    await workspace.do(setFault('send-event-twice'));
    await workspace.say('maya', '#newsroom', '@clipdesk two');
    await workspace.nextMessage({ text: 'two' });
    await workspace.idle();
    const [first, again, second, twin] = events;
    expect(events).toHaveLength(4);
    expect([first, second]).toEqual([again, twin]);
    expect(workspace.visibleTo('maya', '#newsroom')).toHaveLength(4);
  });

  it('waits out a 429 and posts then', async () => {
    const { workspace } = await startBoltApp(transport);
    await workspace.do(setFault('rate-limit-once'));
    await workspace.say('maya', '#newsroom', '@clipdesk patience');
    expect(await workspace.nextMessage()).toMatchObject({ from: 'bot' });
    const calls = workspace.traffic().filter((one) => one.title === 'chat.postMessage');
    expect(calls.map((one) => one.answer?.status)).toEqual([429, 200]);
  });

  it('cannot answer on an expired response URL, and the person sees nothing', async () => {
    const { workspace, app } = await startBoltApp(transport);
    const failed = new Promise<unknown>((resolve) => app.error(async (error) => resolve(error)));
    await workspace.do({ kind: 'set-fault', fault: 'expire-response-urls', on: true });
    expect(await workspace.say('maya', '#newsroom', '/deport panama')).toEqual({ ok: true });
    expect(await failed).toMatchObject({ code: 'slack_bolt_respond_error', statusCode: 404 });
    expect(workspace.visibleTo('maya', '#newsroom')).toEqual([]);
  });

  it('gets through to Slack again when ten bad seconds are over', async () => {
    const { workspace, clock } = await startBoltApp(transport);
    await workspace.do({ kind: 'set-fault', fault: 'slack-down-10s', on: true });
    await workspace.say('maya', '#newsroom', '@clipdesk are you there');
    await expect
      .poll(() => workspace.traffic().some((one) => one.answer?.status === 503), { interval: 5 })
      .toBe(true);
    clock.skip(10_000);
    expect(await workspace.nextMessage({}, { timeoutMs: 15_000 })).toMatchObject({ from: 'bot' });
  });
});

describe('a Bolt app over a socket', () => {
  it('has three seconds to acknowledge a command, as over HTTP', async () => {
    const { workspace, clock } = await startBoltApp('socket');
    const answer = workspace.say('maya', '#newsroom', '/deport never');
    clock.skip(3_000);
    expect(await answer).toMatchObject({
      error: '/deport failed with the error "operation_timeout"',
    });
  });

  it('is not reached when it has hung up', async () => {
    const { workspace, app } = await startBoltApp('socket');
    await app.stop();
    expect(await workspace.say('maya', '#newsroom', '/deport panama')).toMatchObject({
      error: '/deport failed with the error "dispatch_failed"',
    });
  });
});
