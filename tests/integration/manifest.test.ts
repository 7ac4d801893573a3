import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readManifest } from '../support/manifest.js';
import { runProgram } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run manifest', () => {
  const print = (words: string[], env = {}) =>
    runProgram(['manifest', ...words], { cwd: tempFolder().dir, env });

  it('prints the shipped file as it is, comments too', async () => {
    const { code, stdout } = await print([]);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  });

  it('prints what Slack takes for HTTP, with the agent pane and another command word', async () => {
    const options = ['--agent', '--http', 'https://bot.example.org/'];
    const { stdout } = await print(options, { COMMAND: '/clips' });
    expect(parse(stdout)).toEqual(
      readManifest({ agent: true, http: 'https://bot.example.org', command: '/clips' }),
    );
  });

  it.each(['http://bot.example.org', 'https://bot.example.org/slack'])(
    'says of %s that Slack cannot reach it, and prints nothing',
    async (address) => {
      const { code, stdout, stderr } = await print(['--http', address]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--http');
      expect(stderr).toContain('expected one like https://bot.example.org');
    },
  );

  it('says what it expected of an option that it does not have', async () => {
    const { code, stderr } = await print(['--yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain("'--yaml'");
    expect(stderr).toContain('--agent, --http https://your-host and --json');
  });

  it('is what the Slack command line asks for, by a hook of its own', () => {
    const hooks = readFileSync(new URL('../../.slack/hooks.json', import.meta.url), 'utf8');
    const command = z
      .object({ hooks: z.object({ 'get-manifest': z.string(), start: z.string() }) })
      .parse(JSON.parse(hooks)).hooks['get-manifest'];
    expect(JSON.parse(execSync(command, { cwd: ROOT, encoding: 'utf8' }))).toEqual(readManifest());
  });
});
