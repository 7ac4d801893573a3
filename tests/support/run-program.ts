import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Printed } from './run-terminal.js';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Starts the built program in a folder of its own, with no variable of ours but the given ones. */
export function runProgram(
  words: string[],
  { cwd, stdin = '', env = {} }: { cwd: string; stdin?: string; env?: Record<string, string> },
): Promise<Printed> {
  return run(process.execPath, [MAIN, ...words], { cwd, stdin, env });
}

/** Runs a line of shell, `$NODE` and `$MAIN` being the program. */
export function runShell(line: string, { cwd }: { cwd: string }): Promise<Printed> {
  return run('bash', ['--norc', '-c', line], {
    cwd,
    stdin: '',
    env: { NODE: process.execPath, MAIN },
  });
}

function run(
  command: string,
  args: string[],
  { cwd, stdin, env }: { cwd: string; stdin: string; env: Record<string, string> },
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.end(stdin);
  });
}
