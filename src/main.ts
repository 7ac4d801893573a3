#!/usr/bin/env node
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import type { Progress } from './answer/archive/archive.js';
import { runCli } from './start/run-cli.js';
import { systemClock } from './clock.js';
import { ConfigError, DEFAULT_DATABASE, readConfig, type Config } from './config.js';
import { sha256 } from './corpus/article/article.js';
import { FolderError } from './corpus/folder/article-folder.js';
import { openCacheFile, type CacheFile } from './corpus/folder/cache-file.js';
import type { ReadingNeeds } from './start/archive.js';
import { StoreError } from './store/store.js';
import { createBar, createProgressBar } from './terminal/progress-bar.js';

/** The composition root: the only reader of the process. Hands its parts to a face and lives as long as that does. */
async function main(): Promise<void> {
  const [command, ...words] = process.argv.slice(2);
  if (command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  if (command === '--version' || command === '-v') {
    process.stdout.write(`${ownVersion()}\n`);
    return;
  }
  // Whoever reads our output may stop reading: `npm run ask -- panama | head -1`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { corpusDir, ...others } = readConfig(process.env);
  const config = { ...others, corpusDir: resolveCorpus(corpusDir) };

  if (command === 'ask' || command === 'check' || command === 'quotes' || command === 'eval')
    process.exitCode = await runInTerminal(command, words, config);
  else if (command === 'add') process.exitCode = await runInIntake(words, config);
  else if (command === 'follow') process.exitCode = await runInFollowing(words, config);
  else if (command === 'manifest') process.exitCode = await runManifest(words, config);
  else if (command === 'backup') await runBackup(words, config);
  else if (command === 'forget') await runForget(words, config);
  else if (command === 'desk') await openDesk(words, config);
  else if (command === 'reports') await runReports(words, config);
  else if (command === 'mcp') await serveAssistants(words, config);
  else if (command === 'bench') process.exitCode = await startBench(words);
  else if (command === 'wording') await printWording();
  else if (command === 'playground') await startPlayground(words, config);
  else if (command === undefined || command === 'start') await start(config);
  else
    fail(
      `${command} is not a command here; expected start, playground, desk, ask, check, quotes, add, follow, manifest, backup, reports, mcp, forget, eval, bench or wording.`,
      2,
    );
}

/**
 * The exit code where another start would not help: variables or tokens are missing, wrong, or refused by Slack. It is
 * EX_CONFIG of sysexits.h, which supervisors can be told not to restart after.
 */
const TO_BE_MENDED = 78;

const USAGE = `clipdesk: ask a newsroom's clippings, in Slack or here. Every answer is a passage exactly as printed.

  clipdesk [start]          in Slack where its tokens are set, else in the playground
  clipdesk playground       a small Slack on this machine with the real bot; --socket, --agent, --state FILE
  clipdesk desk             a page on this machine on which the archive is kept; --corpus DIR
  clipdesk ask QUESTION     an answer in the terminal; ask --help tells what can be asked
  clipdesk check            every problem of the archive's files
  clipdesk quotes           every quotation of the archive, with its speaker
  clipdesk add FILE...      articles, exports and wires into the archive
  clipdesk follow           what sources.yml names, once; the bot does so by itself
  clipdesk manifest         the Slack app's manifest; --http https://your-host, --agent, --json
  clipdesk backup FILE      the SQLite database into a new file, while the bot goes on with it
  clipdesk reports          what people have reported as wrong passages, as questions for eval
  clipdesk forget U123      deletes what the database holds of a person
  clipdesk mcp              the archive for assistants, on standard input and output; --http
  clipdesk eval, bench      how well and how fast it answers
  clipdesk wording          every sentence that the bot can say; from a checkout

From a checkout: npm start, npm run ask -- QUESTION, and so on. The README has the options and the variables.
`;

function ownVersion(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.url));
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

async function runInTerminal(command: string, words: string[], config: Config): Promise<number> {
  const { stdin, stdout, stderr } = process;
  return runCli(command, words, {
    stdin,
    stdout,
    stderr,
    colours: stdout.isTTY && stdout.hasColors() && !process.env['NO_COLOR'],
    width: stdout.isTTY ? stdout.columns : null,
    corpusDir: config.corpusDir,
    now: () => new Date(),
    cacheFor,
    progress: progressBar(),
  });
}

async function runInIntake(words: string[], config: Config): Promise<number> {
  const { runAdd } = await import('./intake/run-add.js');
  const { stdin, stdout, stderr, pid } = process;
  return runAdd(words, {
    stdin,
    stdout,
    stderr,
    canAsk: stdin.isTTY && stderr.isTTY,
    corpusDir: config.corpusDir,
    unique: String(pid),
    progress: createBar({
      output: stderr,
      isTerminal: stderr.isTTY,
      ticks: () => performance.now(),
    }),
  });
}

async function runInFollowing(words: string[], { corpusDir: dir }: Config): Promise<number> {
  const { followOnce } = await import('./start/follow.js');
  const { stdout, stderr } = process;
  const [random, unique] = [Math.random, randomUUID()];
  return followOnce(words, { stdout, stderr, dir, clock: systemClock, random, unique });
}

function readingOf({ corpusDir }: Pick<Config, 'corpusDir'>): ReadingNeeds {
  return { cache: cacheFor(corpusDir), progress: progressBar() };
}

/** In the data folder, one file for each folder of articles. */
function cacheFor(corpusDir: string): CacheFile {
  const name = sha256(path.resolve(corpusDir)).slice(0, 12);
  return openCacheFile(path.join('data', `words-${name}.cache`), String(process.pid));
}

function progressBar(): Progress {
  const { stderr } = process;
  const ticks = (): number => performance.now();
  return createProgressBar({ output: stderr, isTerminal: stderr.isTTY, ticks });
}

async function runManifest(words: string[], { command }: Config): Promise<number> {
  const { printManifest, readManifestFile } = await import('./start/manifest.js');
  const { stdout, stderr } = process;
  return printManifest(words, { source: readManifestFile(), command, stdout, stderr });
}

async function runBackup([target, ...others]: string[], { databaseUrl }: Config): Promise<void> {
  if (target === undefined || others.length > 0)
    return fail('backup: expected the name of one new file, such as backup.db.', 2);
  const { backUp } = await import('./store/backup.js');
  backUp(databaseUrl ?? DEFAULT_DATABASE, target);
  process.stdout.write(`Backed up to ${target}.\n`);
}

async function runForget(words: string[], { databaseUrl }: Config): Promise<void> {
  const { forgetPerson } = await import('./start/forget.js');
  const said = await forgetPerson(words, databaseUrl ?? DEFAULT_DATABASE, systemClock.now);
  if (said === null)
    return fail(
      'forget: expected the user id of one person in Slack, such as U024BE7LH, and perhaps the id of the direct message with the bot, D….',
      2,
    );
  process.stdout.write(said);
}

async function openDesk(words: string[], config: Config): Promise<void> {
  const { startDeskPage } = await import('./start/start-desk-page.js');
  const needs = { now: () => new Date(), unique: String(process.pid) };
  const desk = await startDeskPage(words, config, needs);
  if (desk === null) return fail('desk: expected nothing but --corpus DIR.', 2);
  stopOnSignal(desk);
  process.stdout.write(`${desk.greeting}\n`);
}

async function printWording(): Promise<void> {
  const { wordingPage } = await import('./measure/wording/wording-page.js');
  process.stdout.write(await wordingPage(fileURLToPath(new URL('../src', import.meta.url))));
}

async function runReports(
  words: string[],
  { databaseUrl = DEFAULT_DATABASE }: Config,
): Promise<void> {
  if (words.length > 0) return fail('reports: expected nothing after it.', 2);
  const { printReports } = await import('./start/print-reports.js');
  const { stdout, stderr } = process;
  await printReports({ databaseUrl, now: () => new Date(), stdout, stderr });
}

async function serveAssistants(words: string[], config: Config): Promise<void> {
  const { startMcp } = await import('./start/start-mcp.js');
  const { stdin, stdout, stderr } = process;
  const server = await startMcp(words, config, {
    stdin,
    stdout,
    stderr,
    version: ownVersion(),
    clock: systemClock,
    readingOf: (corpusDir) => readingOf({ corpusDir }),
  });
  if (server === null) return fail('mcp: expected nothing but --http and --corpus DIR.', 2);
  stopOnSignal(server);
  await server.ended;
  await server.stop();
}

async function startBench(words: string[]): Promise<number> {
  const { runBench } = await import('./measure/bench/run-bench.js');
  const { stdout, stderr, execPath, execArgv, version } = process;
  const { gc } = globalThis;
  const self = [...execArgv, fileURLToPath(import.meta.url), 'bench'];
  return runBench(words, {
    stdout,
    stderr,
    seeds: resolveCorpus('seeds'),
    now: () => new Date(),
    ticks: () => performance.now(),
    memory: () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
    collectGarbage: gc && (() => gc()),
    apart: async (apartWords) =>
      (await promisify(execFile)(execPath, [...self, ...apartWords])).stdout,
    async inTemporaryFolder(work) {
      const dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-bench-'));
      try {
        return await work(dir);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
    machine: `Node ${version}, ${availableParallelism()} processors.`,
  });
}

/** In Slack when there are tokens; without any, in the playground, so that a newcomer sees the bot at work. */
async function start(config: Config): Promise<void> {
  if (Object.values(config.tokens).every((token) => token === undefined))
    return startPlayground([], config);
  const { explainMissingTokens } = await import('./slack/start-error.js');
  const missing = explainMissingTokens(config.tokens);
  if (missing !== null) return fail(missing, TO_BE_MENDED);
  // Loaded here, so that a question in the terminal need not wait for Slack's libraries.
  const { startSlackBot } = await import('./start/start-slack-bot.js');
  const bot = await startSlackBot(config, systemClock, readingOf(config));
  stopOnSignal(bot);
  // What went wrong unheard has harmed one answer at most; what was thrown may have left anything half done.
  process.on('unhandledRejection', (error) => bot.report(error));
  process.once('uncaughtException', (error) => {
    bot.report(error);
    void bot.stop('of an error that nothing caught').finally(() => process.exit(1));
  });
  void bot.gaveUp.then(async (error) => {
    fail(error.message, TO_BE_MENDED);
    await bot.stop('Slack refuses a token');
    process.exit();
  });
}

async function startPlayground(words: string[], config: Config): Promise<void> {
  const values = readPlaygroundOptions(words);
  if (values === null)
    return fail('playground: expected nothing but --socket, --agent and --state FILE.', 2);
  const { playgroundGreeting, startPlaygroundBot } =
    await import('./start/start-playground-bot.js');
  const bot = await startPlaygroundBot(
    { ...config, logLevel: process.env['LOG_LEVEL'] ? config.logLevel : 'warn' },
    { socket: values.socket, agent: values.agent, stateFile: values.state },
    readingOf(config),
  );
  stopOnSignal(bot);
  process.stdout.write(`${playgroundGreeting(bot, config.command)}\n`);
}

function readPlaygroundOptions(
  args: string[],
): { socket: boolean; agent: boolean; state?: string | undefined } | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { socket: flag, agent: flag, state: { type: 'string' } } as const;
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}

function stopOnSignal(bot: { stop(why: string): Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void bot.stop(signal).then(() => process.exit(0));
    });
  }
}

/** The articles that come with the program are found wherever it is started from. */
function resolveCorpus(dir: string): string {
  const shipped = fileURLToPath(new URL('../seeds', import.meta.url));
  return dir === 'seeds' && !existsSync(dir) ? shipped : dir;
}

function fail(message: string, code: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}

try {
  await main();
} catch (error) {
  const { StartError, TokenError } = await import('./slack/start-error.js');
  const told =
    error instanceof ConfigError ||
    error instanceof FolderError ||
    error instanceof StartError ||
    error instanceof StoreError;
  fail(
    told ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    error instanceof ConfigError || error instanceof TokenError ? TO_BE_MENDED : 1,
  );
}
