import type { Identity } from './wire/check-token.js';
import type { ClientOptions } from './wire/create-client.js';
import type { Desk, Log } from './desk.js';

/** How Slack reaches the bot: over a socket that the bot opens, or by signed HTTP requests. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      readonly host?: string | undefined;
    };

export interface AppNeeds {
  readonly desk: Desk;
  readonly transport: Transport;
  readonly botToken: string;
  readonly identity: Identity;
  readonly clientOptions: ClientOptions;
  readonly log: Log;
  readonly newReference: () => string;
  readonly sleep: (ms: number) => Promise<void>;
}
