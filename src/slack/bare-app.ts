import { App, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../log.js';
import { EVENTS_PATH } from './connection/http-receiver.js';
import { createBoltLogger } from './wire/client.js';

/** What our own answer time is measured against: a Bolt app that answers its command with a fixed text and no more. */
export function createBareApp(needs: {
  readonly command: string;
  readonly text: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly host: string;
  readonly log: Log;
}): { start(): Promise<number | null>; stop(): Promise<void> } {
  const { command, text, signingSecret, botToken, host, log } = needs;
  const logger = createBoltLogger(log);
  const receiver = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger });
  const app = new App({ receiver, logger, token: botToken, botId: 'B0BARE', botUserId: 'U0BARE' });
  app.command(command, async ({ ack, respond }) => {
    await ack();
    await respond(text);
  });
  return {
    async start() {
      const address = (await receiver.start({ port: 0, host })).address();
      return typeof address === 'object' && address ? address.port : null;
    },
    async stop() {
      await app.stop();
    },
  };
}
