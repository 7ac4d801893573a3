import { Readable } from 'node:stream';
import { runCli, type Terminal } from '../../src/start/run-cli.js';
import { SEEDS } from './seeds.js';
import { Sink } from './sink.js';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the terminal as somebody would type it, and gives what was printed. */
export async function runTerminal(
  [command = '', ...words]: string[],
  { stdin = '', ...given }: Partial<Omit<Terminal, 'stdin'>> & { stdin?: string } = {},
): Promise<Printed> {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await runCli(command, words, {
    stdin: Readable.from([Buffer.from(stdin, 'utf8')]),
    stdout,
    stderr,
    colours: false,
    width: null,
    corpusDir: SEEDS,
    now: () => new Date('2025-06-01T12:00:00Z'),
    ...given,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
