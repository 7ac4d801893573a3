import type { Command } from './commands.js';
import type { Core, Credentials } from './core.js';
import { archiveState } from './people/change-archive.js';
import { doCommand, isPerson } from './people/do-command.js';
import type { CommandAnswer, Snapshot } from './protocol.js';
import { createDeliverer } from './server/delivery/create-deliverer.js';
import type { Delivery } from './server/delivery/delivery.js';
import {
  createWebApi,
  type ApiRequest,
  type ApiResponse,
} from './server/web-api/create-web-api.js';
import { receiveResponse, type ResponseRequest } from './server/web-api/receive-response.js';
import type { ArchiveFolder } from './state/archive/archive-folder.js';
import { createFaults } from './state/create-faults.js';
import { createIds } from './state/create-ids.js';
import { createJournal } from './state/create-journal.js';
import { createMessages } from './state/create-messages.js';
import { createMovableClock, type After, type MovableClock } from './state/movable-clock.js';
import { readManifest } from './state/read-manifest.js';
import { startingState } from './state/starting-state.js';
import { takeSnapshot } from './state/take-snapshot.js';
import { createResponseUrls } from './state/wire/create-response-urls.js';
import { createTriggerIds } from './state/wire/create-trigger-ids.js';
import type { WorkspaceState } from './state/workspace-state.js';

/** A Slack workspace in memory: what the bot calls, what people do, and what each person sees. */
export interface SlackWorkspace {
  /** What the bot must be given. */
  readonly credentials: Credentials;
  /** As it stands, to look at: everything that a restart should keep. */
  readonly state: WorkspaceState;
  /** The time here: of messages, of what expires, and of a bot that is handed it. */
  readonly clock: Pick<MovableClock, 'now' | 'sleep'>;
  /** Makes an unguessable piece of a URL. */
  secret(): string;
  /** From now on the bot is reached this way, and Slack under `origin`. */
  attach(to: { delivery: Delivery; origin: string }): void;
  callApi(request: ApiRequest): ApiResponse;
  callResponseUrl(request: ResponseRequest): ApiResponse;
  /** The text of an article in the archive; null where there is none of that name. */
  readArticle(file: string): Promise<string | null>;
  /** Does what a person did on the page. */
  do(command: Command): Promise<CommandAnswer>;
  /** Everything as one person sees it, without `person` the first of them; null where there is no such person. */
  snapshot(person?: string): Snapshot | null;
  /** Calls back after each change of what a snapshot holds; returns how to stop. */
  onChange(changed: () => void): () => void;
  /** Resolves when the bot has been told everything and no event waits to be tried again. */
  idle(): Promise<void>;
  /** Tells the bot nothing more. */
  close(): void;
}

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

export function createWorkspace(needs: WorkspaceNeeds): SlackWorkspace {
  const { random, archive, speedUp = 1 } = needs;
  const manifest = readManifest(needs.manifest);
  const state = needs.state ?? startingState(manifest);
  const { now, after, sleep, forward } = createMovableClock({
    real: needs.now,
    after: needs.after,
    notBefore: state.lastTs / 1000,
  });
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const ids = createIds({ now, random, state });
  const journal = createJournal({ now, changed });
  const faults = createFaults({ changed, journal, after });
  const messages = createMessages({ state, ids, changed });
  let attached: { delivery: Delivery; origin: string } | undefined;
  const origin = (): string => attached?.origin ?? 'http://127.0.0.1';
  const core: Core = {
    state,
    changed,
    manifest,
    credentials: {
      botToken: 'xoxb-playground',
      appToken: 'xapp-playground',
      signingSecret: 'playground-signing-secret',
    },
    now,
    forward,
    origin,
    ids,
    journal,
    faults,
    messages,
    triggers: createTriggerIds({ now, ids }),
    responseUrls: createResponseUrls({ state, now, ids, faults, messages, origin }),
    deliverer: createDeliverer({ journal, faults, after, speedUp }),
    archive: archive ?? null,
    samplesAdded: new Map(),
    openConnection: () => attached?.delivery.openConnection() ?? null,
  };
  nameBot(core);

  return {
    credentials: core.credentials,
    state,
    clock: { now, sleep },
    secret: () => ids.secret(),
    attach(to) {
      attached = to;
      core.deliverer.connect(to.delivery);
    },
    callApi: createWebApi(core),
    callResponseUrl: (request) => receiveResponse(core, request),
    readArticle: async (file) => (await archive?.read(file)) ?? null,
    do: (command) => doCommand(core, command),
    snapshot(person = state.people[0]?.id ?? '') {
      if (!isPerson(core, person)) return null;
      return takeSnapshot(
        {
          state,
          manifest,
          faults: faults.all(),
          traffic: journal.entries(),
          now: now(),
          ...(archive && { archive: archiveState(archive) }),
        },
        person,
      );
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    idle: () => core.deliverer.idle(),
    close: () => core.deliverer.close(),
  };
}

/** A kept workspace may meet a manifest in which the bot has got another name. */
function nameBot({ state, manifest }: Core): void {
  const bot = state.people.find((one) => one.id === state.app.botUser);
  if (bot) Object.assign(bot, { name: manifest.handle, realName: manifest.name });
}
