import { type WebSocket, WebSocketServer } from 'ws';
import { isObject } from '../../../block-kit/json.js';
import { LIMITS } from '../../../block-kit/limits.js';
import { parseJson } from '../../../local-http.js';
import type { DisconnectReason } from '../../commands.js';
import type { After } from '../../state/movable-clock.js';
import type { Ack, BotDelivery, DeliveryRequest } from './create-deliverer.js';

/** The bot's client hangs up when it hears no ping for thirty seconds. */
const PING_MS = 10_000;

/** From the announcement until a socket is closed. Source: docs.slack.dev/apis/events-api/using-socket-mode, "about 10 seconds". */
const LINGER_MS = 10_000;

/** Of one app at a time. Source: the same. */
const MOST_SOCKETS = 10;

/** How long a client may take to hang up in good order. */
const GOODBYE_MS = 500;

const envelopeTypes = {
  command: 'slash_commands',
  event: 'events_api',
  interaction: 'interactive',
} as const;

/**
 * Socket Mode: the bot asks `apps.connections.open` for a URL, connects, and gets envelopes that it
 * acknowledges by id, the answer as `payload`. With several sockets each envelope goes to one.
 */
export function createSocketDelivery(needs: {
  after: After;
  /** Makes envelope ids and tickets that nobody guesses. */
  secret: () => string;
  appId: string;
}): BotDelivery {
  const { after, secret, appId } = needs;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  /** Oldest first; those that will be closed have been told. */
  const sockets = new Map<WebSocket, 'open' | 'told'>();
  let sent = 0;
  const waiting = new Map<string, { socket: WebSocket; settle: (ack: Ack) => void }>();

  function welcome(socket: WebSocket): void {
    sockets.set(socket, 'open');
    let cancelPing: (() => void) | undefined;
    const ping = (): void => {
      socket.ping();
      cancelPing = after(PING_MS, ping);
    };
    socket.on('message', (data: Buffer) => acknowledge(parseJson(data.toString('utf8'))));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      cancelPing?.();
      sockets.delete(socket);
      for (const one of waiting.values())
        if (one.socket === socket)
          one.settle({ lost: 'connection_failed', detail: 'the bot hung up' });
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        connection_info: { app_id: appId },
      }),
    );
    ping();
    if (sockets.size > MOST_SOCKETS) announceEnd(socket, 'too_many_websockets');
  }

  function announceEnd(socket: WebSocket, reason: DisconnectReason): void {
    sockets.set(socket, 'told');
    const debug_info = { host: 'playground' };
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    const cancel = after(LINGER_MS, () => socket.close(1000));
    socket.once('close', cancel);
  }

  /** Each envelope goes to one socket, in turn; to one that will be closed only where there is no other. */
  function nextSocket(): WebSocket | undefined {
    const all = [...sockets.keys()];
    const lasting = all.filter((socket) => sockets.get(socket) === 'open');
    const choice = lasting.length > 0 ? lasting : all;
    sent += 1;
    return choice[(sent - 1) % choice.length];
  }

  function acknowledge(message: unknown): void {
    if (!isObject(message)) return;
    const id = String(message['envelope_id']);
    waiting.get(id)?.settle({ status: 200, headers: {}, body: message['payload'] ?? '' });
  }

  async function send(request: DeliveryRequest): Promise<Ack> {
    const id = secret();
    const raw = JSON.stringify({
      envelope_id: id,
      type: envelopeTypes[request.kind],
      payload: request.payload,
      accepts_response_payload: request.kind !== 'event',
      ...(request.retry && {
        retry_attempt: request.retry.num,
        retry_reason: request.retry.reason,
      }),
    });
    request.sent({ headers: {}, raw });
    const socket = nextSocket();
    if (!socket) return { lost: 'connection_failed', detail: 'the bot has no socket open' };
    return new Promise((resolve) => {
      const cancel = after(LIMITS.ackMs, () =>
        settle({ lost: 'http_timeout', detail: 'no ack within three seconds' }),
      );
      const settle = (ack: Ack): void => {
        cancel();
        waiting.delete(id);
        resolve(ack);
      };
      waiting.set(id, { socket, settle });
      socket.send(raw);
    });
  }

  return {
    send,
    openConnection() {
      const ticket = secret();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    disconnect(reason) {
      const [oldest] = [...sockets].find(([, state]) => state === 'open') ?? [];
      if (oldest) announceEnd(oldest, reason);
      return oldest !== undefined;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (!url.pathname.startsWith('/link')) return false;
      if (!tickets.delete(url.searchParams.get('ticket') ?? '')) return false;
      server.handleUpgrade(request, socket, head, welcome);
      return true;
    },
    async close() {
      const open = [...sockets.keys()];
      const goodbyes = open.map(
        (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      );
      for (const socket of open) socket.close(1001);
      const cancel = after(GOODBYE_MS, () => open.forEach((socket) => socket.terminate()));
      await Promise.all(goodbyes);
      cancel();
      server.close();
    },
  };
}
