import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Config } from './config.js';
import { openFolder } from './corpus/article-folder.js';
import { copyArchive, type ArchiveCopy } from './playground/archive/copy-archive.js';
import type { SlackWorkspace } from './playground/create-workspace.js';
import { startPlayground } from './playground/start-playground.js';
import { StateFileError } from './playground/state/create-state-file.js';
import { EVENTS_PATH } from './slack/create-app.js';
import { StartError } from './slack/start-error.js';
import { IN_MEMORY } from './store/open-store.js';
import type { ReadingNeeds } from './open-live-archive.js';
import { startSlackBot, type RunningBot } from './start-slack-bot.js';

export interface PlaygroundOptions {
  /** Deliver over Socket Mode instead of signed HTTP requests. */
  readonly socket: boolean;
  /** A file that keeps the workspace from one start to the next. */
  readonly stateFile: string | undefined;
}

export interface RunningPlayground extends RunningBot {
  readonly url: string;
  /** The articles that the bot reads: a copy, so that nobody's are changed. */
  readonly archive: Pick<ArchiveCopy, 'folder' | 'leftOut'>;
  /** The people, the channels, the clock. */
  readonly workspace: SlackWorkspace;
}

const PAGE = fileURLToPath(new URL('./playground/page', import.meta.url));
const MANIFEST = fileURLToPath(new URL('../manifest.yml', import.meta.url));

/**
 * Runs the bot against a workspace on this machine instead of Slack. The bot is the same in every line: only the
 * address, the token and the secret differ.
 * @throws FolderError, StartError, StoreError
 */
export async function startPlaygroundBot(
  config: Config,
  { socket, stateFile }: PlaygroundOptions,
  reading: ReadingNeeds = {},
): Promise<RunningPlayground> {
  let bot: RunningBot | null = null;
  const listed = await openFolder(config.corpusDir).list();
  const archive = await copyArchive(
    config.corpusDir,
    listed.filter(({ refused }) => refused === null).map(({ name }) => name),
  );
  const playground = await startPlayground({
    port: config.port,
    manifest: readManifest(config.command),
    pageDir: PAGE,
    archiveFolder: archive.folder,
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(socket ? {} : { botUrl: () => `http://127.0.0.1:${bot?.port}${EVENTS_PATH}` }),
  }).catch(async (cause: unknown) => {
    await archive.remove();
    throw explainOpening(cause, config.port);
  });
  const { clock, credentials } = playground.workspace;
  const { botToken, signingSecret, appToken } = credentials;
  try {
    bot = await startSlackBot(
      {
        ...config,
        corpusDir: archive.folder,
        databaseUrl: config.databaseUrl ?? ownDatabase(stateFile),
        port: 0,
        host: '127.0.0.1',
        slackApiUrl: playground.apiUrl,
        tokens: { bot: botToken, signingSecret, app: socket ? appToken : undefined },
      },
      { now: () => new Date(clock.now()), sleep: clock.sleep },
      reading,
    );
  } catch (error) {
    await playground.close();
    await archive.remove();
    throw error;
  }
  const running = bot;
  return {
    port: running.port,
    url: playground.url,
    archive,
    workspace: playground.workspace,
    async stop(why) {
      await running.stop(why);
      await playground.close();
      await archive.remove();
    },
  };
}

/** What is tried out in the playground stays out of the newsroom's database, and lasts as long as its workspace. */
function ownDatabase(stateFile: string | undefined): string {
  return stateFile === undefined ? IN_MEMORY : `file:${stateFile}.db`;
}

/** The app as Slack would know it, with the command word that is configured. */
function readManifest(command: string): unknown {
  return parse(readFileSync(MANIFEST, 'utf8').replaceAll('/deport', command));
}

function explainOpening(cause: unknown, port: number): unknown {
  if (cause instanceof StateFileError) return new StartError(cause.message, { cause });
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(
      `PORT: another program listens on port ${port} already; set PORT to a free one.`,
      { cause },
    );
  return cause;
}
