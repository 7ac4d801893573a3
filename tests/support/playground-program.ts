import { spawn } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import { MAIN } from './run-program.js';

/** The built program while it runs. */
export interface Program {
  /** What it has printed so far, errors too. */
  output(): string;
  /** Waits until it has printed that. */
  until(words: string): Promise<void>;
  /** The address that a playground prints when it is open. */
  address(): Promise<string>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Its exit code; `null` when it was killed. */
  readonly ended: Promise<number | null>;
}

interface Surroundings {
  cwd: string;
  env?: Record<string, string>;
}

/** Starts the built program as a person does, with no variable of ours but the given ones. It ends with the test. */
export function startProgram(words: readonly string[], { cwd, env = {} }: Surroundings): Program {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const until = async (text: string): Promise<void> => {
    await expect.poll(() => output, { timeout: 15_000 }).toContain(text);
  };
  const end: Program['end'] = (signal) => {
    child.kill(signal);
    return ended;
  };
  onTestFinished(async () => void (await end('SIGKILL')));
  return {
    output: () => output,
    until,
    async address() {
      await until('http://');
      return /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
    },
    end,
    ended,
  };
}
