import { describe, expect, it } from 'vitest';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const channel_id = 'D0MAYA0001';
const maya = 'U0MAYA0001';

/** Maya has asked the agent something; `thread` is the place of that. */
async function startSession(events: string[] = []) {
  const manifest = testManifest({ events });
  const slack = await startSlack({ manifest });
  await slack.workspace.say('maya', 'maya', 'panama');
  const thread_ts = slack.workspace.visibleTo('maya', 'maya').at(-1)?.ts ?? '';
  return { ...slack, thread: { channel_id, thread_ts } };
}

describe('an agent’s session', () => {
  it('begins with a status, takes its title once, and is renamed after', async () => {
    const { call, workspace, thread } = await startSession();
    const set = (args: object) => call('agents.sessions.setStatus', { ...thread, ...args });
    await set({ status: 'processing', title: 'Panama' });
    await set({ status: 'active', title: 'Another' });
    expect(workspace.seenBy('maya').sessions).toMatchObject([
      { threadTs: thread.thread_ts, status: 'active', title: 'Panama' },
    ]);
    expect(workspace.seenBy('sam').sessions).toEqual([]);
    await call('agents.sessions.rename', { ...thread, title: 'The canal' });
    expect(workspace.seenBy('maya').sessions).toMatchObject([{ title: 'The canal' }]);
  });

  it('refuses a status of one’s own, a thread that is not there, and an app that is no agent', async () => {
    const { call, thread } = await startSession();
    const set = (args: object) => call('agents.sessions.setStatus', { ...thread, ...args });
    expect(await set({ status: 'thinking' })).toMatchObject({ error: 'invalid_arguments' });
    expect(await set({ status: 'active', thread_ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
    const { agent_view: _, ...features } = testManifest().features;
    const plain = await startSlack({ manifest: { ...testManifest(), features } });
    expect(
      await plain.call('agents.sessions.setStatus', { ...thread, status: 'active' }),
    ).toMatchObject({ ok: false });
  });

  it('can be stopped while it works: the agent is told, and must say itself that it has', async () => {
    const { call, workspace, received, thread } = await startSession(['agent_session_stopped']);
    const stop = () =>
      workspace.do({
        kind: 'stop-session',
        person: maya,
        channel: channel_id,
        threadTs: thread.thread_ts,
      });
    expect(await stop()).toMatchObject({ ok: false });
    expect(await call('agents.sessions.setStatus', { ...thread, status: 'processing' })).toEqual({
      ok: true,
      status: 'processing',
      agent_status: 'processing',
      title: '',
    });
    expect(await stop()).toEqual({ ok: true });
    await workspace.idle();
    expect(received.at(-1)?.body).toMatchObject({
      event: {
        type: 'agent_session_stopped',
        user: maya,
        channel: channel_id,
        thread_ts: thread.thread_ts,
        streaming_message_ts: [],
      },
    });
    expect(workspace.seenBy('maya').sessions).toMatchObject([{ status: 'processing' }]);
  });

  it('warns an app that would not hear of it', async () => {
    const { call, thread } = await startSession();
    expect(
      await call('agents.sessions.setStatus', { ...thread, status: 'processing' }),
    ).toMatchObject({ ok: true, warning: 'missing_agent_session_stopped_event_subscription' });
  });
});
