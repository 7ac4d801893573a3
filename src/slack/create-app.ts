import {
  App,
  HTTPReceiver,
  SocketModeReceiver,
  type CustomRoute,
  type Receiver,
} from '@slack/bolt';
import { createBoltLogger } from './wire/bolt-logger.js';
import { bindListeners } from './bind-listeners.js';
import type { AppNeeds } from './app-needs.js';
import { explainSocketError } from './wire/check-token.js';
import { webClientOptions } from './wire/create-client.js';
import type { Desk } from './desk.js';
import { StartError } from './start-error.js';

/** A bot that can be started and stopped. */
export interface SlackApp {
  /** Resolves when Slack can reach the bot; gives the port it listens on over HTTP, `null` over a socket. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The path of Slack's requests, and one for a load balancer that asks whether the bot is up. */
export const EVENTS_PATH = '/slack/events';
export const HEALTH_PATH = '/healthz';

export function createApp(needs: AppNeeds): SlackApp {
  const { desk, transport, log } = needs;
  const logger = createBoltLogger(log);

  if (transport.kind === 'socket') {
    const receiver = new SocketModeReceiver({
      appToken: transport.appToken,
      logger,
      installerOptions: { clientOptions: webClientOptions(needs.clientOptions, log) },
    });
    const app = openApp(receiver, needs);
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
    customRoutes: [healthRoute(desk)],
  });
  const app = openApp(receiver, needs);
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

function openApp(receiver: Receiver, needs: AppNeeds): App {
  const { botToken, identity, log } = needs;
  const app = new App({
    receiver,
    token: botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    clientOptions: webClientOptions(needs.clientOptions, log),
    logger: createBoltLogger(log),
  });
  bindListeners(app, needs);
  return app;
}

function healthRoute({ archive }: Desk): CustomRoute {
  return {
    path: HEALTH_PATH,
    method: 'GET',
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ok', articles: archive.freshness().articles }));
    },
  };
}
