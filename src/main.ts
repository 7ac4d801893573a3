#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCli } from './cli.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { FolderError } from './corpus/article-folder.js';

/** The composition root: the only reader of the process. Hands its parts to a face and lives as long as that does. */
async function main(): Promise<void> {
  const [command, ...words] = process.argv.slice(2);
  // Whoever reads our output may stop reading: `npm run ask -- panama | head -1`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);

  if (command === 'ask' || command === 'check')
    process.exitCode = await runInTerminal(command, words, config);
  else if (command === undefined || command === 'start') await startBot(config);
  else fail(`${command} is not a command here; expected start, ask or check.`, 2);
}

async function runInTerminal(command: string, words: string[], config: Config): Promise<number> {
  const { stdin, stdout, stderr } = process;
  return runCli(command, words, {
    stdin,
    stdout,
    stderr,
    colours: stdout.isTTY && stdout.hasColors() && !process.env['NO_COLOR'],
    width: stdout.isTTY ? stdout.columns : null,
    corpusDir: resolveCorpus(config.corpusDir),
    now: () => new Date(),
  });
}

async function startBot(config: Config): Promise<void> {
  // Loaded here, so that a question in the terminal need not wait for Slack's libraries.
  const [{ startSlackBot }, { explainMissingTokens }] = await Promise.all([
    import('./start-slack-bot.js'),
    import('./slack/missing-tokens.js'),
  ]);
  const missing = explainMissingTokens(config.tokens);
  if (missing !== null) {
    fail(missing, 1);
    return;
  }
  const bot = await startSlackBot({ ...config, corpusDir: resolveCorpus(config.corpusDir) });
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
  const { StartError } = await import('./slack/start-error.js');
  const told =
    error instanceof ConfigError || error instanceof FolderError || error instanceof StartError;
  fail(
    told ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    1,
  );
}
