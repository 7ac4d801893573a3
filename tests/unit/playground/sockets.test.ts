import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { isObject, type JsonObject } from '../../../src/block-kit/json.js';
import { startPlayground } from '../../../src/playground/start-playground.js';
import { parseJson } from '../../../src/local-http.js';
import { createArrivals } from '../../support/playground/create-arrivals.js';
import { driveWorkspace } from '../../support/playground/drive-workspace.js';
import { createSkippingClock } from './support/create-skipping-clock.js';
import { closeAfterTest } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

/** A playground that is reached by sockets, and a way to open one: it acknowledges all that comes. */
async function startSockets() {
  const clock = createSkippingClock();
  const playground = await startPlayground({
    port: 0,
    manifest: testManifest(),
    needs: { now: clock.now, after: clock.after },
  });
  closeAfterTest(playground.close);
  const workspace = driveWorkspace(playground.workspace, clock.after);
  const open = async () => {
    const answer = await fetch(`${playground.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${workspace.credentials.appToken}` },
    });
    const { url } = Object(parseJson(await answer.text()));
    const socket = new WebSocket(String(url));
    closeAfterTest(async () => socket.terminate());
    const messages = createArrivals<JsonObject>({
      after: clock.after,
      what: 'socket message',
      describe: (one) => JSON.stringify(one),
    });
    socket.on('message', (data: Buffer) => {
      const message = parseJson(data.toString('utf8'));
      if (!isObject(message)) return;
      messages.add(message);
      if (message['envelope_id'] !== undefined)
        socket.send(JSON.stringify({ envelope_id: message['envelope_id'] }));
    });
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const next = (type: string) => messages.next((one) => one['type'] === type, 5_000);
    await next('hello');
    return { next, closed, socket };
  };
  return { clock, workspace, open };
}

const ask = '/deport panama';

describe('several sockets of one bot', () => {
  it('get each envelope once, in turn', async () => {
    const { workspace, open } = await startSockets();
    const sockets = [await open(), await open()];
    for (const { next } of sockets) {
      expect(await workspace.say('maya', '#newsroom', ask)).toEqual({ ok: true });
      expect(await next('slash_commands')).toMatchObject({ payload: { command: '/deport' } });
    }
  });

  it('are ten at most: the eleventh is told so, and is closed', async () => {
    const { open, clock } = await startSockets();
    for (let count = 1; count <= 10; count += 1) await open();
    const eleventh = await open();
    expect(await eleventh.next('disconnect')).toMatchObject({ reason: 'too_many_websockets' });
    clock.skip(10_000);
    await eleventh.closed;
  });
});

describe('a socket that Slack will close', () => {
  it.each(['warning', 'refresh_requested', 'too_many_websockets'] as const)(
    'is told “%s”, still hears what nobody else can, and is closed ten seconds after',
    async (reason) => {
      const { workspace, open, clock } = await startSockets();
      const old = await open();
      expect(await workspace.do({ kind: 'disconnect-socket', reason })).toEqual({ ok: true });
      expect(await old.next('disconnect')).toMatchObject({ reason });
      expect(await workspace.say('maya', '#newsroom', ask)).toEqual({ ok: true });
      await old.next('slash_commands');

      const fresh = await open();
      for (let count = 1; count <= 2; count += 1) {
        expect(await workspace.say('maya', '#newsroom', ask)).toEqual({ ok: true });
        await fresh.next('slash_commands');
      }
      clock.skip(10_000);
      await old.closed;
      expect(fresh.socket.readyState).toBe(WebSocket.OPEN);
    },
  );

  it('is the oldest one; a bot without sockets has none to close', async () => {
    const { workspace, open } = await startSockets();
    const disconnect = () => workspace.do({ kind: 'disconnect-socket', reason: 'warning' });
    expect(await disconnect()).toEqual({ ok: false, error: 'The bot has no socket open.' });
    const [first, second] = [await open(), await open()];
    await disconnect();
    await first.next('disconnect');
    await disconnect();
    await second.next('disconnect');
    expect(workspace.traffic().filter(({ kind }) => kind === 'socket')).toHaveLength(2);
  });
});
