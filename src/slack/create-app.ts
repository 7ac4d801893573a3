import {
  App,
  type CustomRoute,
  HTTPReceiver,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import { type BindArgs, bindListeners } from './bind-listeners.js';
import type { Services } from './services.js';
import { StartError } from './start-error.js';
import { explainSocketError } from './wire/check-token.js';
import { type ClientOptions, createBoltLogger, webClientOptions } from './wire/client.js';

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
  readonly clientOptions: ClientOptions;
}

/** A bot that can be started and stopped. */
export interface SlackApp {
  /** Resolves when Slack can reach the bot; gives the port it listens on over HTTP, `null` over a socket. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The path of Slack's requests, and one for a load balancer that asks whether the bot is up. */
export const EVENTS_PATH = '/slack/events';
export const HEALTH_PATH = '/healthz';

export function createApp(args: AppArgs): SlackApp {
  const { services, transport, log } = args;
  const logger = createBoltLogger(log);

  if (transport.kind === 'socket') {
    const receiver = new SocketModeReceiver({
      appToken: transport.appToken,
      logger,
      installerOptions: { clientOptions: webClientOptions(args.clientOptions, log) },
    });
    const app = openApp(receiver, args);
    return {
      async start() {
        await app.start().catch((cause: unknown) => {
          throw new StartError(explainSocketError(cause), { cause });
        });
        return null;
      },
      async stop() {
        await app.stop();
      },
    };
  }

  const { signingSecret, port, host } = transport;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger,
    customRoutes: [healthRoute(services)],
  });
  const app = openApp(receiver, args);
  return {
    async start() {
      const server = await receiver.start(host === undefined ? { port } : { port, host });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
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

function healthRoute({ archive }: Pick<Services, 'archive'>): CustomRoute {
  return {
    path: HEALTH_PATH,
    method: 'GET',
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ok', articles: archive.freshness().articles }));
    },
  };
}
