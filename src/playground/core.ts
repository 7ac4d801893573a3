import type { DisconnectReason } from './commands.js';
import { createDeliverer, type BotDelivery } from './server/delivery/create-deliverer.js';
import type { ArchiveFolder } from './state/archive/archive-folder.js';
import { createFaults, createJournal } from './state/create-faults.js';
import { createIds, createTriggerIds } from './state/create-ids.js';
import { createMessages } from './state/create-messages.js';
import { type After, createMovableClock } from './state/movable-clock.js';
import { readManifest, startingState } from './state/starting-state.js';
import { createResponseUrls } from './state/wire/create-response-urls.js';
import type { WorkspaceState } from './state/workspace-state.js';

export interface WorkspaceNeeds {
  /** This machine's clock; the workspace's own can be moved forward from there. */
  now: () => number;
  /** 0 ≤ n < 1 */
  random: () => number;
  after: After;
  /** The app manifest as parsed from YAML or JSON. */
  manifest: unknown;
  /** Divides the minutes between redeliveries of an event (1 and 5 minutes). Default 1. */
  speedUp?: number;
  /** From an earlier workspace; absent: the newsroom as it stands on the first day. */
  state?: WorkspaceState;
  /** The folder that the bot reads, for the page to change. Absent: it cannot. */
  archive?: ArchiveFolder;
}

/** What the bot must be given to believe that this is Slack. */
const CREDENTIALS = {
  botToken: 'xoxb-playground',
  appToken: 'xapp-playground',
  signingSecret: 'playground-signing-secret',
};

export interface Core extends ReturnType<typeof createCore> {}

/** The parts that the Web API and the people of the workspace share. */
export function createCore(needs: WorkspaceNeeds) {
  const { random, archive = null, speedUp = 1 } = needs;
  const manifest = readManifest(needs.manifest);
  const state = needs.state ?? startingState(manifest);
  const clock = createMovableClock({
    real: needs.now,
    after: needs.after,
    notBefore: state.lastTs / 1000,
  });
  const { now, after } = clock;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  let attached: { delivery: BotDelivery; origin: string } | undefined;
  const origin = (): string => attached?.origin ?? 'http://127.0.0.1';
  const ids = createIds({ now, random, state });
  const journal = createJournal({ now, changed });
  const faults = createFaults({ changed, journal, after });
  const messages = createMessages({ state, ids, changed });
  const deliverer = createDeliverer({ journal, faults, after, speedUp });
  return {
    state,
    /** To be called after each change of `state`, or of anything else that a page shows. */
    changed,
    /** Who is told of each change. */
    listeners,
    manifest,
    credentials: CREDENTIALS,
    clock,
    now,
    /** Where the Slack side can be reached: `http://127.0.0.1:3000`. */
    origin,
    ids,
    journal,
    faults,
    messages,
    triggers: createTriggerIds({ now, ids }),
    pages: createPages(state),
    responseUrls: createResponseUrls({ state, now, ids, faults, messages, origin }),
    deliverer,
    /** The folder that the bot reads; null where it is not to be changed. */
    archive,
    /** How often each sample came into it. */
    samplesAdded: new Map<string, number>(),
    /** From now on the bot is reached this way, and Slack under `origin`. */
    attach: (to: { delivery: BotDelivery; origin: string }): void => {
      attached = to;
      deliverer.connect(to.delivery);
    },
    /** A new socket for the bot, where the delivery has such. */
    openConnection: () => attached?.delivery.openConnection() ?? null,
    /** Tells the bot that its oldest socket will be closed; false: it has none. */
    disconnect: (reason: DisconnectReason) => attached?.delivery.disconnect(reason) ?? false,
  };
}

/** How many pages are remembered; of the oldest private messages are gone as if it were loaded anew. */
const PAGES = 100;

/** Since when each page of a browser has been open. */
function createPages(state: WorkspaceState) {
  const opened = new Map<string, number>();
  return {
    /** By the workspace's time, in microseconds; now, for a page not seen before. */
    openedAt(page: string): number {
      const at = opened.get(page) ?? state.lastTs;
      // The one that was asked for last stands at the end.
      opened.delete(page);
      opened.set(page, at);
      const [oldest] = opened.keys();
      if (opened.size > PAGES && oldest !== undefined) opened.delete(oldest);
      return at;
    },
  };
}
