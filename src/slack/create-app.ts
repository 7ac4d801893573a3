import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { type BindArgs, bindListeners } from './bind-listeners.js';
import { HEALTH_PATH, healthHandler, healthOf, portOf } from './connection/health.js';
import { type ClientOptions, createBoltLogger, webClientOptions } from './wire/client.js';
import type { Connection } from './connection/connection.js';
import { createSocketReceiver } from './connection/socket-receiver.js';

/** How Slack reaches the bot: over a socket that the bot opens, or by signed HTTP requests. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      readonly host?: string | undefined;
    };

export interface AppArgs extends BindArgs {
  readonly transport: Transport;
  readonly botToken: string;
  readonly connection: Connection;
  readonly clientOptions: ClientOptions;
}

/** A bot that can be started and stopped. */
export interface SlackApp {
  /** Resolves when Slack can reach the bot; gives the port it listens on over HTTP, `null` over a socket. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The path of Slack's requests. */
export const EVENTS_PATH = '/slack/events';

export function createApp(args: AppArgs): SlackApp {
  const { services, transport, connection, clientOptions, log } = args;

  if (transport.kind === 'socket') {
    const { appToken } = transport;
    const app = openApp(createSocketReceiver({ appToken, clientOptions, log, connection }), args);
    return {
      async start() {
        await app.start();
        return null;
      },
      async stop() {
        await app.stop();
      },
    };
  }

  const { signingSecret, port, host } = transport;
  const health = healthHandler(() => healthOf(services.archive, connection));
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: createBoltLogger(log),
    customRoutes: [{ path: HEALTH_PATH, method: 'GET', handler: health }],
  });
  const app = openApp(receiver, args);
  return {
    async start() {
      const server = await receiver.start(host === undefined ? { port } : { port, host });
      connection.reached('listening');
      return portOf(server, port);
    },
    async stop() {
      await app.stop();
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
  bindListeners(app, args);
  return app;
}
