import type { Shelf } from './archive/shelf.js';
import type { Core, Credentials } from './core.js';
import { createDeliverer } from './delivery/create-deliverer.js';
import type { After, Delivery } from './delivery/delivery.js';
import { archiveState } from './people/change-archive.js';
import { doCommand, isPerson } from './people/do-command.js';
import { moveClock } from './people/move-clock.js';
import type {
  Command,
  CommandAnswer,
  ServerEvent,
  Snapshot,
  TrafficEntry,
  TryThis,
} from './protocol.js';
import { createMovableClock, type MovableClock } from './movable-clock.js';
import { readManifest } from './read-manifest.js';
import { createChanges } from './state/create-changes.js';
import { createFaults } from './state/create-faults.js';
import { createIds } from './state/create-ids.js';
import { createJournal } from './state/create-journal.js';
import { createMessages } from './state/create-messages.js';
import { createResponseUrls } from './state/create-response-urls.js';
import { createTriggerIds } from './state/create-trigger-ids.js';
import { narrowChange } from './state/narrow-change.js';
import { startingState } from './state/starting-state.js';
import { takeSnapshot } from './state/take-snapshot.js';
import type { WorkspaceState } from './state/workspace-state.js';
import { createVisitors, type Visitors } from './people/create-visitors.js';
import { createWebApi, type ApiRequest, type ApiResponse } from './web-api/create-web-api.js';
import { receiveResponse, type ResponseRequest } from './web-api/receive-response.js';

/** A Slack workspace in memory: what the bot calls, what people do, and what each person sees. */
export interface SlackWorkspace extends Visitors {
  /** What the bot must be given. */
  readonly credentials: Credentials;
  /** Ids of the team and of the bot. */
  readonly team: WorkspaceState['team'];
  readonly app: WorkspaceState['app'];
  /** The time here: of messages, of what expires, and of a bot that is handed it. */
  readonly clock: Pick<MovableClock, 'now' | 'sleep'>;
  /** Makes an unguessable piece of a URL. */
  secret(): string;
  /** From now on the bot is reached this way, and Slack under `origin`. */
  attach(to: { delivery: Delivery; origin: string }): void;
  callApi(request: ApiRequest): ApiResponse;
  callResponseUrl(request: ResponseRequest): ApiResponse;
  /**
   * Moves the clock forward; resolves when it has arrived and the bot has been told what fell due.
   * @throws RangeError for less than nothing or more than 31 days
   */
  moveClock(ms: number): Promise<void>;
  /** The text of an article in the archive; null where there is none of that name. */
  readArticle(file: string): Promise<string | null>;
  /** Does what the page, or a test, says that a person did. */
  do(command: Command): Promise<CommandAnswer>;
  /** Everything as one person sees it; null where there is no such person. */
  snapshot(person?: string): Snapshot | null;
  /**
   * Sends what that person may learn, each with an id: first the changes since `lastId`, or a
   * snapshot where that is absent or too old. Returns how to stop.
   */
  watch(
    person: string,
    lastId: string | undefined,
    send: (event: ServerEvent, id: string) => void,
  ): () => void;
  traffic(): readonly TrafficEntry[];
  /** Resolves when the bot has been told everything and no event waits to be tried again. */
  idle(): Promise<void>;
  /** Tells the bot nothing more. */
  close(): void;
  /** Calls back after each change to what `toJSON` gives. */
  onChange(changed: () => void): () => void;
  /** Everything that a restart should keep; hand it to `state` of the next workspace. */
  toJSON(): WorkspaceState;
}

export interface WorkspaceNeeds {
  /** This machine's clock; the workspace's own can be moved forward from there. */
  now: () => number;
  /** 0 ≤ n < 1 */
  random: () => number;
  after: After;
  /** The app manifest as parsed from YAML or JSON. Absent: every scope, event and command is allowed. */
  manifest?: unknown;
  /** Divides the minutes between redeliveries of an event (1 and 5 minutes). Default 1. */
  speedUp?: number;
  /** From an earlier workspace; absent: the newsroom as it stands on the first day. */
  state?: WorkspaceState;
  credentials?: Credentials;
  /** The folder that the bot reads, for the page to change. Absent: it cannot. */
  shelf?: Shelf;
  /** What the welcome offers to try. */
  tryThese?: TryThis[];
}

export function createWorkspace(needs: WorkspaceNeeds): SlackWorkspace {
  const { random } = needs;
  const manifest = readManifest(needs.manifest);
  const state = needs.state ?? startingState(manifest);
  const clock = createMovableClock({
    real: needs.now,
    after: needs.after,
    notBefore: state.lastTs / 1000,
  });
  const { now, after } = clock;
  const changes = createChanges();
  const ids = createIds({ now, random, state });
  const journal = createJournal({ now, changes });
  const faults = createFaults({ changes, journal, after });
  const messages = createMessages({ state, ids, changes });
  let attached: { delivery: Delivery; origin: string } | undefined;
  const origin = (): string => attached?.origin ?? 'http://127.0.0.1';
  const core: Core = {
    state,
    manifest,
    credentials: needs.credentials ?? {
      botToken: 'xoxb-playground',
      appToken: 'xapp-playground',
      signingSecret: 'playground-signing-secret',
    },
    now,
    after,
    forward: clock.forward,
    origin,
    ids,
    changes,
    journal,
    faults,
    messages,
    triggers: createTriggerIds({ now, ids }),
    responseUrls: createResponseUrls({ state, now, ids, faults, messages, origin }),
    deliverer: createDeliverer({ journal, faults, after, speedUp: needs.speedUp ?? 1 }),
    shelf: needs.shelf ?? null,
    samplesAdded: new Map(),
    openConnection: () => attached?.delivery.openConnection() ?? null,
  };
  introduceBot(core);
  /** Tells this run's event ids from those of the run before. */
  const run = ids.id('');

  const snapshot = (person: string): Snapshot =>
    takeSnapshot(
      {
        state,
        manifest,
        faults: faults.all(),
        traffic: journal.entries(),
        now: now(),
        archive: needs.shelf && archiveState(needs.shelf),
        tryThese: needs.tryThese,
      },
      person,
    );

  return {
    ...createVisitors(core, needs.after),
    credentials: core.credentials,
    team: state.team,
    app: state.app,
    clock,
    moveClock: (ms) => moveClock(core, ms),
    readArticle: async (file) => (await needs.shelf?.read(file)) ?? null,
    secret: () => ids.secret(),
    attach(to) {
      attached = to;
      core.deliverer.connect(to.delivery);
    },
    callApi: createWebApi(core),
    callResponseUrl: (request) => receiveResponse(core, request),
    do: (command) => doCommand(core, command),
    snapshot(person = state.people[0]?.id ?? '') {
      return isPerson(core, person) ? snapshot(person) : null;
    },
    watch(person, lastId, send) {
      const [lastRun, number] = (lastId ?? '').split('-');
      const missed = lastRun === run ? changes.since(Number(number)) : null;
      const pass = (change: Parameters<typeof narrowChange>[2], id: number): void => {
        const event = narrowChange({ state, manifest }, person, change);
        if (event) send(event, `${run}-${id}`);
      };
      if (missed) for (const { change, id } of missed) pass(change, id);
      else send({ type: 'snapshot', snapshot: snapshot(person) }, `${run}-${changes.lastId()}`);
      return changes.subscribe(pass);
    },
    traffic: () => journal.entries(),
    idle: () => core.deliverer.idle(),
    close: () => core.deliverer.close(),
    onChange: (changed) =>
      changes.subscribe((change) => {
        if (!change.type.startsWith('traffic') && change.type !== 'faults') changed();
      }),
    toJSON: () => structuredClone(state),
  };
}

/** A kept workspace may meet a manifest in which the bot has got another name; it works on nothing now. */
function introduceBot({ state, manifest }: Core): void {
  const bot = state.people.find((one) => one.id === state.app.botUser);
  if (bot) Object.assign(bot, { name: manifest.handle, realName: manifest.name });
  state.statuses = [];
}
