import type { Shelf } from './archive/shelf.js';
import type { After } from './delivery/delivery.js';
import type { Deliverer } from './delivery/create-deliverer.js';
import type { AppManifest } from './read-manifest.js';
import type { Changes } from './state/create-changes.js';
import type { Faults } from './state/create-faults.js';
import type { Ids } from './state/create-ids.js';
import type { Journal } from './state/create-journal.js';
import type { Messages } from './state/create-messages.js';
import type { ResponseUrls } from './state/create-response-urls.js';
import type { TriggerIds } from './state/create-trigger-ids.js';
import type { WorkspaceState } from './state/workspace-state.js';

/** The parts that the Web API and the people of the workspace share. */
export interface Core {
  state: WorkspaceState;
  manifest: AppManifest;
  credentials: Credentials;
  now: () => number;
  after: After;
  /** Moves the clock, and with it all that waits. */
  forward: (ms: number) => Promise<void>;
  /** Where the Slack side can be reached: `http://127.0.0.1:3000`. */
  origin: () => string;
  ids: Ids;
  changes: Changes;
  journal: Journal;
  faults: Faults;
  messages: Messages;
  triggers: TriggerIds;
  responseUrls: ResponseUrls;
  deliverer: Deliverer;
  /** The folder that the bot reads; null where it is not to be changed. */
  shelf: Shelf | null;
  /** How often each sample came into it. */
  samplesAdded: Map<string, number>;
  /** A new socket for the bot, where the delivery has such. */
  openConnection: () => string | null;
}

/** What the bot must be given to believe that this is Slack. */
export interface Credentials {
  botToken: string;
  appToken: string;
  signingSecret: string;
}
