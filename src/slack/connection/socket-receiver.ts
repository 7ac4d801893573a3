import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { isObject } from '../../block-kit/json.js';
import type { Log } from '../../log.js';
import { TokenError } from '../start-error.js';
import { explainSocketError } from '../wire/check-token.js';
import {
  type ClientOptions,
  createBoltLogger,
  oneTry,
  quiet,
  whileLooking,
} from '../wire/client.js';
import type { Connection } from './connection.js';
import type { Door } from './door.js';

/** After its word that a socket is to be replaced Slack still delivers there; as a rule it closes it itself in 10 s. */
const LEFT_OPEN_MS = 30_000;

/** So often a socket is looked at: Bolt's client tells of a broken one only 30 s after it has noticed. */
const LOOKED_AT_MS = 1_000;

/** A token refused at start is wrong; later the trouble may be Slack's own, unless it lasts so long. */
const PATIENCE_MS = 60_000;

interface SocketNeeds {
  readonly appToken: string;
  readonly clientOptions: ClientOptions;
  readonly log: Log;
  readonly connection: Connection;
  readonly door: Door;
}

/** A socket that Slack has greeted. */
interface Socket {
  /** Resolves when Slack has announced that it is going to close it. */
  readonly announced: Promise<void>;
  /** Resolves when nothing is delivered on it any more. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Keeps a socket to Slack open, whatever happens to it. One whose end is announced stays open until its successor is,
 * since what Slack delivers meanwhile would be lost. Bolt's own client speaks on each socket, but opens no other.
 */
export function createSocketReceiver(needs: SocketNeeds): Receiver {
  const { connection, door } = needs;
  const open = new Set<Socket>();
  let app: App;
  let stopped = false;

  async function openNext(patienceMs: number): Promise<void> {
    const socket = await connection.keepTrying(() => openSocket(app, needs), patienceMs);
    if (stopped) {
      socket.close();
      return;
    }
    open.add(socket);
    connection.reached('connected');
    void socket.ended.then(() => {
      open.delete(socket);
      if (open.size === 0 && !stopped) connection.lost();
    });
    void Promise.race([socket.announced, socket.ended]).then(() => replace(socket));
  }

  async function replace(old: Socket): Promise<void> {
    if (stopped) return;
    try {
      await openNext(PATIENCE_MS);
    } catch (error) {
      // Anything else is the word that the bot is stopping.
      if (error instanceof TokenError) connection.giveUp(error);
      return;
    }
    setTimeout(() => old.close(), LEFT_OPEN_MS).unref();
  }

  return {
    init(itsApp) {
      app = through(door, itsApp);
    },
    start: () => openNext(0),
    async stop() {
      stopped = true;
      connection.stop();
      for (const socket of open) socket.close();
    },
  };
}

/** The app as Bolt's receiver may have it. What does not fit is acknowledged, or Slack would send it again. */
function through(door: Door, app: App): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    if (!(await door.take(app, event))) await event.ack();
  };
  return new Proxy(app, {
    get: (target, key): unknown =>
      key === 'processEvent' ? processEvent : Reflect.get(target, key),
  });
}

/** @throws TokenError where Slack refuses the token; another error when the socket is not greeted in time */
async function openSocket(app: App, needs: SocketNeeds): Promise<Socket> {
  const { appToken, log } = needs;
  const looking = whileLooking(needs.clientOptions);
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: createBoltLogger(quiet(log)),
    installerOptions: { clientOptions: oneTry(looking, quiet(log)) },
  });
  receiver.init(app);
  const { client } = receiver;
  const announced = hearAnnouncement(client, log);
  const ended = new Promise<void>((resolve) => {
    client.once('disconnected', () => resolve());
  });
  const close = (): void => void client.disconnect();
  await withinTime(receiver.start(), looking.timeoutMs, close);

  const watch = setInterval(() => {
    if (client.websocket?.readyState === OPEN) return;
    client.emit('disconnected');
    close();
  }, LOOKED_AT_MS);
  void ended.then(() => clearInterval(watch));
  return { announced, ended, close };
}

/** WebSocket's own number for it. */
const OPEN = 1;

/** Waits for Slack's greeting; a socket that is greeted after that is of no use any more. */
async function withinTime(started: Promise<unknown>, ms: number, close: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const greeted = started.catch((cause: unknown) => {
    throw explainSocketError(cause);
  });
  const first = await Promise.race([greeted, late]).finally(() => clearTimeout(timer));
  if (first !== 'late') return;
  greeted.then(close, () => {});
  close();
  throw new Error(`Slack opened no socket within ${ms / 1_000} s`);
}

type SocketClient = SocketModeReceiver['client'];

/**
 * Resolves when Slack announces the socket's end. Bolt's client closes it at that word and answers nothing that is still
 * delivered on it, so the word is kept from it, unless it is that Socket Mode was switched off.
 */
function hearAnnouncement(client: SocketClient, log: Log): Promise<void> {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  return new Promise((resolve) => {
    client.on('ws_message', (data: unknown, isBinary: unknown) => {
      if (isAnnouncement(data)) {
        resolve();
        return;
      }
      for (const listener of listeners)
        Promise.resolve(listener(data, isBinary)).catch((error: unknown) => {
          log.error({ err: error }, 'what Slack sent on the socket could not be read');
        });
    });
  });
}

const ANNOUNCED = new Set<unknown>(['warning', 'refresh_requested']);

function isAnnouncement(data: unknown): boolean {
  // Envelopes are long, and taken apart by the client.
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    const message: unknown = JSON.parse(data);
    return (
      isObject(message) && message['type'] === 'disconnect' && ANNOUNCED.has(message['reason'])
    );
  } catch {
    return false;
  }
}
