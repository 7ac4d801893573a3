import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { JsonObject } from '../../../block-kit/json.js';

/** One thing that Slack tells the bot. */
export interface DeliveryRequest {
  kind: 'command' | 'event' | 'interaction';
  payload: JsonObject;
  /** From the second try on. */
  retry?: { num: number; reason: string };
  /** Called once the request is known as it goes over the wire, for the journal. */
  sent(facts: { headers: Record<string, string>; raw: string }): void;
}

/** The bot's answer within three seconds, or why there is none. */
export type Ack =
  | { status: number; headers: Record<string, string>; body: unknown }
  | { lost: 'http_timeout' | 'connection_failed'; detail: string };

/** How requests reach the bot: over signed HTTP, or over a socket that the bot opened. */
export interface Delivery {
  /** Never rejects. */
  send(request: DeliveryRequest): Promise<Ack>;
  /** For `apps.connections.open`: the path of a new socket, or null where the transport has none. */
  openConnection(): string | null;
  /** Takes over an HTTP upgrade to such a path; false: not one of ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}
