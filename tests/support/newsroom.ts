import { onTestFinished } from 'vitest';
import type { Command } from '../../src/playground/commands.js';
import type { SlackMessage } from '../../src/playground/protocol.js';
import { readConfig } from '../../src/config.js';
import { startPlaygroundBot } from '../../src/start/start-playground-bot.js';
import { driveWorkspace, type DrivenWorkspace } from './playground/drive-workspace.js';
import { SEEDS } from './seeds.js';

/** The whole program as `npm run playground` runs it, in this process: clock, archive, store, and people at work. */
export interface Newsroom {
  readonly workspace: DrivenWorkspace;
  /** The folder that the bot reads. */
  readonly folder: string;
  /** What the bot says next in a channel for all to read, or in somebody's direct message. */
  hears(channel: string, text?: string | RegExp): Promise<SlackMessage>;
  /** What the bot tells that person alone. */
  told(person: string, text?: string | RegExp): Promise<SlackMessage>;
  /** Does what the page would ask for; throws when it is refused. */
  do(command: Command): Promise<void>;
  /** Goes through that many hours. */
  pass(hours: number): Promise<void>;
  /** Goes on to the next moment at which it is six in the evening in UTC, so that 25 hours from there are one morning. */
  toEvening(): Promise<void>;
  /** How many messages of the bot all in the channel can read. */
  count(channel: string, text: string): number;
}

const DAY_MS = 24 * 3_600_000;

/** Longer than the archive takes to notice a file, and Slack's client to wait out a bad second. */
const PATIENCE = { timeoutMs: 30_000 };

export async function openNewsroom({
  corpusDir = SEEDS,
  logLevel = 'silent',
  agent = false,
  admins = '',
}: {
  corpusDir?: string;
  logLevel?: string;
  agent?: boolean;
  admins?: string;
} = {}): Promise<Newsroom> {
  const config = readConfig({
    CORPUS_DIR: corpusDir,
    PORT: '0',
    LOG_LEVEL: logLevel,
    ADMINS: admins,
  });
  const running = await startPlaygroundBot(config, { socket: false, agent, stateFile: undefined });
  onTestFinished(() => running.stop('the test is over'));
  const { archive } = running;
  const workspace = driveWorkspace(running.workspace);
  return {
    workspace,
    folder: archive.folder,
    hears: (channel, text) =>
      workspace.nextMessage(
        { channel, from: 'bot', ephemeralTo: null, ...(text === undefined ? {} : { text }) },
        PATIENCE,
      ),
    told: (person, text) =>
      workspace.nextMessage(
        { from: 'bot', ephemeralTo: person, ...(text === undefined ? {} : { text }) },
        PATIENCE,
      ),
    async do(command) {
      const answer = await workspace.do(command);
      if (!answer.ok) throw new Error(`${command.kind}: ${answer.error}`);
    },
    pass: async (hours) => void (await workspace.moveClock(hours * 3_600_000)),
    async toEvening() {
      const evening = new Date(running.workspace.clock.now());
      evening.setUTCHours(18, 0, 0, 0);
      const ahead = evening.getTime() - running.workspace.clock.now();
      await workspace.moveClock(ahead < 0 ? ahead + DAY_MS : ahead);
    },
    count: (channel, text) =>
      workspace
        .visibleTo('maya', channel)
        .filter(
          (message) =>
            message.from === 'bot' &&
            message.ephemeralTo === undefined &&
            JSON.stringify(message).includes(text),
        ).length,
  };
}
