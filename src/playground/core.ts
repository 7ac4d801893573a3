import type { AppManifest } from './state/read-manifest.js';
import type { ArchiveFolder } from './state/archive/archive-folder.js';
import type { Deliverer } from './server/delivery/create-deliverer.js';
import type { Faults } from './state/create-faults.js';
import type { Ids } from './state/create-ids.js';
import type { Journal } from './state/create-journal.js';
import type { Messages } from './state/create-messages.js';
import type { ResponseUrls } from './state/wire/create-response-urls.js';
import type { TriggerIds } from './state/wire/create-trigger-ids.js';
import type { WorkspaceState } from './state/workspace-state.js';

/** The parts that the Web API and the people of the workspace share. */
export interface Core {
  state: WorkspaceState;
  /** To be called after each change of `state`, or of anything else that a page shows. */
  changed: () => void;
  manifest: AppManifest;
  credentials: Credentials;
  now: () => number;
  /** Moves the clock, and with it all that waits. */
  forward: (ms: number) => Promise<void>;
  /** Where the Slack side can be reached: `http://127.0.0.1:3000`. */
  origin: () => string;
  ids: Ids;
  journal: Journal;
  faults: Faults;
  messages: Messages;
  triggers: TriggerIds;
  responseUrls: ResponseUrls;
  deliverer: Deliverer;
  /** The folder that the bot reads; null where it is not to be changed. */
  archive: ArchiveFolder | null;
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
