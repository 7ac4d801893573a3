import type { WorkspaceNeeds } from './core.js';
import { createWorkspace } from './create-workspace.js';
import { createHttpDelivery } from './server/delivery/create-http-delivery.js';
import { startPlaygroundServer } from './server/start-playground-server.js';
import { openArchiveFolder } from './state/archive/archive-folder.js';
import { createStateFile } from './state/create-state-file.js';
import type { After } from './state/movable-clock.js';

/** How long changes are gathered before the state file is written. */
const SAVE_AFTER_MS = 500;

export interface Playground extends Awaited<ReturnType<typeof startPlayground>> {}

/**
 * Puts a playground together with the real clock: workspace, delivery, server and, if wanted, the
 * file that keeps it. Start it first, then the bot with `apiUrl` and `workspace.credentials`.
 */
export async function startPlayground(options: {
  /** 0 takes a free one. */
  port: number;
  manifest: unknown;
  /** Where the bot listens; asked at each delivery. Absent: it connects by Socket Mode. */
  botUrl?: () => string;
  pageDir?: string;
  stateFile?: string;
  /** The folder that the bot reads, for the page to change. Absent: it cannot. */
  archiveFolder?: string;
  /** For tests: the parts of the workspace that should not be the real ones. */
  needs?: Partial<WorkspaceNeeds>;
}) {
  const { port, manifest, botUrl, pageDir, stateFile, archiveFolder } = options;
  const after = options.needs?.after ?? realAfter;
  const now = options.needs?.now ?? Date.now;
  const file = stateFile === undefined ? undefined : createStateFile(stateFile);
  const kept = await file?.load();
  const workspace = createWorkspace({
    random: Math.random,
    manifest,
    ...(kept && { state: kept }),
    ...(archiveFolder !== undefined && { archive: await openArchiveFolder(archiveFolder) }),
    ...options.needs,
    now,
    after,
  });
  const { signingSecret } = workspace.credentials;
  const delivery = botUrl
    ? // Signed by this machine's clock, however far the workspace's was moved: the bot checks it by the same.
      createHttpDelivery({ botUrl, signingSecret, now, after })
    : // Loaded where it is wanted: its package is for development, and a server goes without.
      (await import('./server/delivery/create-socket-delivery.js')).createSocketDelivery({
        after,
        secret: () => workspace.secret(),
        appId: workspace.state.app.id,
      });
  const server = await startPlaygroundServer({
    workspace,
    delivery,
    after,
    port,
    ...(pageDir !== undefined && { pageDir }),
  });
  try {
    // At once, so that a file that cannot be written is known before anything was said.
    await file?.save(workspace.state);
  } catch (error) {
    await server.close();
    throw error;
  }

  let cancelSave: (() => void) | undefined;
  const save = async (): Promise<void> => {
    cancelSave = undefined;
    // What could not be written now is written with the next change.
    await file?.save(workspace.state).catch(() => undefined);
  };
  const stopWatching = workspace.onChange(() => {
    if (file) cancelSave ??= after(SAVE_AFTER_MS, () => void save());
  });
  return {
    workspace,
    /** Where people open it: `http://127.0.0.1:3000` */
    url: server.url,
    /** What the bot is given as `slackApiUrl`. */
    apiUrl: server.apiUrl,
    /** Ends everything and writes the state file a last time. */
    close: async (): Promise<void> => {
      stopWatching();
      cancelSave?.();
      await server.close();
      await save();
    },
  };
}

/** Nothing that waits keeps the process alive by itself. */
const realAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};
