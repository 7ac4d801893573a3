import type { Command } from './commands.js';
import { createCore, type Core, type WorkspaceNeeds } from './core.js';
import { archiveState } from './people/change-archive.js';
import { doCommand, isPerson } from './people/do-command.js';
import type { Snapshot } from './protocol.js';
import {
  createWebApi,
  receiveResponse,
  type ResponseRequest,
} from './server/web-api/create-web-api.js';
import { takeSnapshot } from './state/take-snapshot.js';

export interface SlackWorkspace extends ReturnType<typeof createWorkspace> {}

/** A Slack workspace in memory: what the bot calls, what people do, and what each person sees. */
export function createWorkspace(needs: WorkspaceNeeds) {
  const core = createCore(needs);
  const { state, manifest, faults, journal, ids, archive, listeners, deliverer } = core;
  nameBot(core);
  return {
    /** What the bot must be given. */
    credentials: core.credentials,
    /** As it stands, to look at: everything that a restart should keep. */
    state,
    /** The time here: of messages, of what expires, and of a bot that is handed it. */
    clock: core.clock,
    /** Makes an unguessable piece of a URL. */
    secret: () => ids.secret(),
    attach: core.attach,
    callApi: createWebApi(core),
    callResponseUrl: (request: ResponseRequest) => receiveResponse(core, request),
    /** The text of an article in the archive; null where there is none of that name. */
    readArticle: async (file: string) => (await archive?.read(file)) ?? null,
    /** Does what a person did on the page. */
    do: (command: Command) => doCommand(core, command),
    /**
     * Everything as one person sees it, without `person` the first of them; null where there is no such person. On a page
     * without the private messages from before it was opened.
     */
    snapshot(
      person = state.people[0]?.id ?? '',
      { page }: { page?: string } = {},
    ): Snapshot | null {
      if (!isPerson(core, person)) return null;
      return takeSnapshot(
        {
          state,
          manifest,
          faults: faults.all(),
          traffic: journal.entries(),
          now: core.now(),
          ...(archive && { archive: archiveState(archive) }),
        },
        person,
        page === undefined ? 0 : core.pages.openedAt(page),
      );
    },
    /** Calls back after each change of what a snapshot holds; returns how to stop. */
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Resolves when the bot has been told everything and no event waits to be tried again. */
    idle: () => deliverer.idle(),
    /** Tells the bot nothing more. */
    close: () => deliverer.close(),
  };
}

/** A kept workspace may meet a manifest in which the bot has got another name. */
function nameBot({ state, manifest }: Core): void {
  const bot = state.people.find((one) => one.id === state.app.botUser);
  if (bot) Object.assign(bot, { name: manifest.handle, realName: manifest.name });
}
