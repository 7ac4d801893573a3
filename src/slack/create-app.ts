import { App, type Receiver } from '@slack/bolt';
import { type BindArgs, bindListeners } from './bind-listeners.js';
import type { Connection } from './connection/connection.js';
import type { Door } from './connection/door.js';
import { createHttpReceiver } from './connection/http-receiver.js';
import type { HttpServer } from './connection/http-server.js';
import { createSocketReceiver } from './connection/socket-receiver.js';
import {
  type ClientOptions,
  createBoltLogger,
  createClientWithoutRetries,
  webClientOptions,
} from './wire/client.js';
import { createPostOnce } from './wire/post-once.js';

/** How Slack reaches the bot: over a socket that the bot opens, or by signed HTTP requests. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly server: HttpServer };

export interface AppArgs extends Omit<BindArgs, 'post'> {
  /** Another each time, on every replica. */
  readonly newKey: () => string;
  readonly transport: Transport;
  readonly botToken: string;
  readonly connection: Connection;
  readonly door: Door;
  readonly clientOptions: ClientOptions;
}

/** A bot that can be started and stopped. */
export interface SlackApp {
  /** Resolves when Slack can reach the bot. */
  start(): Promise<void>;
  /** Takes nothing more, and finishes what was taken. */
  stop(): Promise<void>;
}

/** How long what was taken has to be finished when the bot stops, in milliseconds. */
const FINISH_MS = 10_000;

export function createApp(args: AppArgs): SlackApp {
  const { transport, connection, door, log } = args;
  const receiver =
    transport.kind === 'socket'
      ? createSocketReceiver({ ...args, appToken: transport.appToken })
      : createHttpReceiver({ ...transport, log, door });
  const app = openApp(receiver, args);
  return {
    async start() {
      await app.start();
      if (transport.kind === 'http') connection.reached('listening');
    },
    async stop() {
      await app.stop();
      const unfinished = await door.finish(FINISH_MS);
      if (unfinished > 0) log.error({ unfinished }, 'stopped before everything was answered');
    },
  };
}

function openApp(receiver: Receiver, args: AppArgs): App {
  const { botToken, identity, log } = args;
  const app = new App({
    receiver,
    token: botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    clientOptions: webClientOptions(args.clientOptions, log),
    logger: createBoltLogger(log),
  });
  const post = createPostOnce({
    client: createClientWithoutRetries(botToken, args.clientOptions, log),
    now: args.services.now,
    sleep: args.sleep,
    newKey: args.newKey,
  });
  bindListeners(app, { ...args, post });
  return app;
}
