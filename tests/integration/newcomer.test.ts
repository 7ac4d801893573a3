import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A checkout in a folder of that name, its packages installed or, as on a server, without the development ones. */
function checkout(name: string, { installed }: { installed: boolean }): string {
  const dir = tempFolder().at(name);
  mkdirSync(dir);
  for (const part of ['src', 'tsconfig.json', 'package.json'])
    cpSync(path.join(ROOT, part), path.join(dir, part), { recursive: true });
  if (installed) symlinkSync(path.join(ROOT, 'node_modules'), path.join(dir, 'node_modules'));
  return dir;
}

function build(dir: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(dir, 'src/start/build.mjs')],
    { encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

describe('whoever comes to the program for the first time', () => {
  it('can build it in a folder with a space and an é in its name', { timeout: 60_000 }, () => {
    const dir = checkout('café desk', { installed: true });
    expect(build(dir)).toEqual({ code: 0, said: '' });
    expect(existsSync(path.join(dir, 'dist/main.js'))).toBe(true);
    expect(existsSync(path.join(dir, 'dist/playground/page/index.html'))).toBe(true);
  });

  it('is told what to do where neither the program nor the compiler is there', () => {
    const { code, said } = build(checkout('server', { installed: false }));
    expect(code).toBe(1);
    expect(said).toContain('Run npm ci && npm run build once');
  });

  it('starts what is built where the compiler has been pruned, and hears that it is older', () => {
    const dir = checkout('server', { installed: false });
    cpSync(path.join(ROOT, 'dist'), path.join(dir, 'dist'), { recursive: true });
    const tomorrow = new Date(Date.now() + 86_400_000);
    for (const part of ['code', 'page'])
      utimesSync(path.join(dir, `dist/.built-${part}`), tomorrow, tomorrow);
    expect(build(dir)).toEqual({ code: 0, said: '' });
    utimesSync(path.join(dir, 'dist/.built-code'), new Date(0), new Date(1));
    const { code, said } = build(dir);
    expect(code).toBe(0);
    expect(said).toContain('what is built is started');
  });

  it.each(['--help', '-h', 'help'])('is told by %s what there is', async (word) => {
    const { code, stdout } = await runProgram([word], { cwd: tempFolder().dir });
    expect(code).toBe(0);
    for (const command of ['playground', 'ask', 'check', 'quotes', 'add', 'eval', 'bench'])
      expect(stdout).toContain(command);
  });

  it('is told the version', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
    const { code, stdout } = await runProgram(['--version'], { cwd: tempFolder().dir });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
  });
});
