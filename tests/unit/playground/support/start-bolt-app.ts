import type { Server } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { startPlayground } from '../../../../src/playground/start-playground.js';
import {
  driveWorkspace,
  type DrivenWorkspace,
} from '../../../support/playground/drive-workspace.js';
import { createSkippingClock, type SkippingClock } from './create-skipping-clock.js';
import { closeAfterTest } from './start-slack.js';
import { testManifest } from './test-manifest.js';

export interface BoltSetup {
  workspace: DrivenWorkspace;
  clock: SkippingClock;
  /** `event_id`s in the order in which the app worked on them. */
  events: string[];
  app: App;
}

/**
 * A small app on the real Bolt: `/deport` answers with a button, the button opens a modal, the modal
 * thanks; a mention is answered once in its thread; `/deport never` is never acknowledged. Over HTTP or over a socket it is the same app.
 */
export async function startBoltApp(transport: 'http' | 'socket'): Promise<BoltSetup> {
  const clock = createSkippingClock();
  let botUrl = '';
  const playground = await startPlayground({
    port: 0,
    manifest: testManifest({
      scopes: ['chat:write', 'commands', 'app_mentions:read', 'im:history'],
    }),
    ...(transport === 'http' && { botUrl: () => botUrl }),
    needs: { now: clock.now, after: clock.after, speedUp: 60_000 },
  });
  closeAfterTest(playground.close);
  const { apiUrl } = playground;
  const workspace = driveWorkspace(playground.workspace, clock.after);
  const { botToken, appToken, signingSecret } = workspace.credentials;
  const clientOptions = { slackApiUrl: apiUrl };
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR })
      : new SocketModeReceiver({
          appToken,
          logLevel: LogLevel.ERROR,
          installerOptions: { clientOptions },
        });
  const app = new App({
    token: botToken,
    receiver,
    clientOptions,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  const events: string[] = [];
  addListeners(app, events);
  await app.init();
  await app.start(0);
  closeAfterTest(async () => void (await app.stop()));
  if (receiver instanceof HTTPReceiver)
    botUrl = `http://127.0.0.1:${portOf(receiver)}/slack/events`;
  return { workspace, clock, events, app };
}

function addListeners(app: App, events: string[]): void {
  app.command('/deport', async ({ ack, command, respond }) => {
    if (command.text === 'never') return;
    await ack();
    const button = {
      type: 'button' as const,
      action_id: 'context',
      text: { type: 'plain_text' as const, text: 'Context' },
      value: command.text,
    };
    await respond({
      text: `You asked: ${command.text}`,
      blocks: [{ type: 'actions', elements: [button] }],
    });
  });

  app.action('context', async ({ ack, body, client, action }) => {
    await ack();
    if (body.type !== 'block_actions' || action.type !== 'button') return;
    const input = {
      type: 'input' as const,
      block_id: 'note',
      label: { type: 'plain_text' as const, text: 'Note' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    };
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'note',
        private_metadata: action.value ?? '',
        title: { type: 'plain_text', text: 'Context' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [input],
      },
    });
  });

  app.view('note', async ({ ack, view, body, client }) => {
    const note = view.state.values['note']?.['text']?.value ?? '';
    if (note === 'bad') return ack({ response_action: 'errors', errors: { note: 'Not that.' } });
    await ack();
    const text = `${view.private_metadata}: ${note}`;
    await client.apiCall('chat.postMessage', { channel: body.user.id, text });
  });

  const seen = new Set<string>();
  app.event('app_mention', async ({ event, body, say }) => {
    events.push(body.event_id);
    if (seen.has(body.event_id)) return;
    seen.add(body.event_id);
    await say({ text: `I read: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
}

function portOf(receiver: HTTPReceiver): number {
  const server: unknown = Reflect.get(receiver, 'server');
  const address = hasAddress(server) ? server.address() : null;
  if (typeof address !== 'object' || !address) throw new Error('Bolt does not listen');
  return address.port;
}

function hasAddress(value: unknown): value is Server {
  return typeof value === 'object' && value !== null && 'address' in value;
}
