import { fileURLToPath } from 'node:url';
import type { Config } from '../config.js';
import { openFolder, type ArticleFolder } from '../corpus/folder/article-folder.js';
import { createFolderWatch, type WatchFolder } from '../corpus/folder/watch-folder.js';
import {
  copyArchive,
  type ArchiveCopy,
  type CopiedFile,
} from '../playground/state/archive/copy-archive.js';
import type { SlackWorkspace } from '../playground/create-workspace.js';
import { startPlayground } from '../playground/start-playground.js';
import { StateFileError } from '../playground/state/create-state-file.js';
import { EVENTS_PATH } from '../slack/connection/http-receiver.js';
import { portTaken, StartError } from '../slack/start-error.js';
import { IN_MEMORY } from '../store/open-store.js';
import type { ReadingNeeds } from './archive.js';
import { readManifestFile, slackManifest } from './manifest.js';
import { startSlackBot, type RunningBot } from './start-slack-bot.js';

export interface PlaygroundOptions {
  /** Deliver over Socket Mode instead of signed HTTP requests. */
  readonly socket: boolean;
  /** With the agent pane, as the other manifest has it. */
  readonly agent?: boolean;
  /** A file that keeps the workspace from one start to the next. */
  readonly stateFile: string | undefined;
}

export interface RunningPlayground extends RunningBot {
  readonly url: string;
  /** The articles that the bot reads: a copy that follows the folder, so that nobody's are changed. */
  readonly archive: Pick<ArchiveCopy, 'folder' | 'leftOut'>;
  /** The people, the channels, the clock. */
  readonly workspace: SlackWorkspace;
}

const PAGE = fileURLToPath(new URL('../playground/page', import.meta.url));

/**
 * Runs the bot against a workspace on this machine instead of Slack. The bot is the same in every line: only the
 * address, the token and the secret differ.
 * @throws FolderError, StartError, StoreError
 */
export async function startPlaygroundBot(
  config: Config,
  { socket, agent = false, stateFile }: PlaygroundOptions,
  reading: ReadingNeeds = {},
): Promise<RunningPlayground> {
  let bot: RunningBot | null = null;
  const original = openFolder(config.corpusDir);
  const archive = await copyArchive(config.corpusDir, await readable(original));
  const playground = await startPlayground({
    port: config.port,
    manifest: slackManifest(readManifestFile(), { command: config.command, agent }).toJS(),
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
  const following = keepUp(archive, original, createFolderWatch(config.corpusDir));
  return {
    port: running.port,
    gaveUp: running.gaveUp,
    report: (error) => running.report(error),
    url: playground.url,
    archive,
    workspace: playground.workspace,
    async stop(why) {
      await running.stop(why);
      await playground.close();
      await following.close();
      await archive.remove();
    },
  };
}

/** So often a folder is looked at that cannot be watched, in milliseconds. */
const LOOKED_AT_MS = 1_000;

/** What changes in the newsroom's folder changes in the copy too, until it is closed. */
function keepUp(
  copy: ArchiveCopy,
  original: ArticleFolder,
  watch: WatchFolder,
): { close(): Promise<void> } {
  let last = Promise.resolve();
  let waiting = false;
  const changed = (): void => {
    if (waiting) return;
    waiting = true;
    last = last.then(async () => {
      waiting = false;
      // A folder that is gone for the moment leaves the copy as it is.
      const files = await readable(original).catch(() => null);
      if (files !== null) await copy.update(files);
    });
  };
  let polling: NodeJS.Timeout | undefined;
  const watcher = watch({
    changed,
    failed() {
      changed();
      polling ??= setInterval(changed, LOOKED_AT_MS);
    },
  });
  return {
    async close() {
      clearInterval(polling);
      await watcher.close();
      await last;
    },
  };
}

async function readable(folder: ArticleFolder): Promise<CopiedFile[]> {
  return (await folder.list()).filter(({ refused }) => refused === null);
}

/** What is tried out in the playground stays out of the newsroom's database, and lasts as long as its workspace. */
function ownDatabase(stateFile: string | undefined): string {
  return stateFile === undefined ? IN_MEMORY : `file:${stateFile}.db`;
}

function explainOpening(cause: unknown, port: number): unknown {
  if (cause instanceof StateFileError) return new StartError(cause.message, { cause });
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND')
    return new StartError('playground --socket needs the package ws: npm install ws', { cause });
  return code === 'EADDRINUSE' ? new StartError(portTaken(port), { cause }) : cause;
}

/** What to say in the terminal once it is open. */
export function playgroundGreeting({ url, archive }: RunningPlayground, command: string): string {
  const { folder, leftOut } = archive;
  return [
    `The playground is open at ${url}: the whole bot, with no Slack.`,
    'Open it in a browser and try:',
    `  ${command} panama`,
    '  @clipdesk what did Mexico say about deportees?',
    `Its articles are a copy in ${folder}: change them there or on the page.`,
    ...(leftOut.length > 0 ? [`Not copied: ${nameSome(leftOut)}.`] : []),
    'Stop with Ctrl+C. To connect a real Slack instead, follow the README.',
  ].join('\n');
}

/** The first few names, and how many more there are. */
function nameSome(names: readonly string[]): string {
  const more = names.length - 5;
  return [...names.slice(0, 5), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
