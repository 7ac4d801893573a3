import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runTerminal, type Printed } from '../support/run-terminal.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(`${ROOT}/README.md`, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')));

/** The lines of the README's shell blocks, those inside a list too. */
const commands = [...README.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
  block
    .trim()
    .split('\n')
    .map((line) => line.trim()),
);

/** The scripts that were started through npm once; after that their words alone are of interest. */
const started = new Set<string>();

/** Runs a line as a reader would, with placeholders filled in and no tokens set. */
async function run(line: string): Promise<Printed> {
  const filled = line
    .replace('path/to/articles', 'seeds')
    .replace(' < questions.txt', '')
    // Installing is done by the time a test runs, and the suite must not run itself.
    .replace('npm ci && ', '');
  const input = 'panama\n{"id":"b","query":"brexit"}\n';
  const [, command = '', words = ''] =
    /^npm run (?:--silent )?(ask|check|quotes) --(.*)$/.exec(filled) ?? [];
  if (started.has(command)) return runTerminal([command, ...split(words)], { stdin: input });
  if (command !== '') started.add(command);
  return runShell(filled, input);
}

/** Words as a shell takes them from a line. */
function split(words: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

/** What goes on until it is stopped is stopped when it says that it is open. */
function runShell(line: string, input: string): Promise<Printed> {
  const tokens = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };
  return new Promise((resolve) => {
    // A group of its own, so that what npm starts ends with it.
    const child = spawn('sh', ['-c', line], {
      cwd: ROOT,
      env: { ...process.env, ...tokens, PORT: '0' },
      detached: true,
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => {
      output.stdout += data.toString();
      if (output.stdout.includes('Stop with Ctrl+C') && child.pid !== undefined)
        process.kill(-child.pid, 'SIGTERM');
    });
    child.stderr.on('data', (data: Buffer) => {
      output.stderr += data.toString();
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 0, ...output });
    });
    child.stdin.end(input);
  });
}

/** What a reader of the README may expect of each command. */
const EXPECTED: Record<string, (result: Printed) => void> = {
  'npm ci && npm start': ({ stdout }) => {
    expect(stdout).toContain('The playground is open at http://127.0.0.1:');
  },
  'npm run playground': ({ stdout }) => {
    expect(stdout).toContain('The playground is open at http://127.0.0.1:');
  },
  'npm run desk': ({ stdout }) => {
    expect(stdout).toContain('The desk is open at http://127.0.0.1:');
  },
  'npm run ask -- --explain panama ministry': ({ stdout }) => {
    expect(stdout).toContain('Why this passage: ');
  },
  'npm run eval -- --data tests/eval/seeds --articles seeds': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('MRR@10');
  },
  'npm run eval -- --data tests/eval/slack --articles seeds': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('MRR@10');
  },
  'npm run eval -- --quotes tests/eval/quotations --corpus seeds': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toMatch(/precision +100\.0 %/);
  },
  'npm run bench -- --quick': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toMatch(/5,\d{3} passages/);
  },
  'npm run ask -- "panama"': ({ stdout }) => {
    expect(stdout).toContain('000_cdfc808a8b69da1e.txt · paragraphs 13–15');
    expect(stdout).toContain('CNN · Dec 5, 2024');
  },
  'npm run ask -- honduras': ({ stdout }) => {
    expect(stdout).toContain('Known error, wrong name: “Honduran President Xi Jinping”');
  },
  'npm run ask -- \'"safe third country"\'': ({ stdout }) => {
    expect(stdout).toContain('3 passages');
  },
  'npm run ask -- sheinbaum -trump': ({ stdout }) => {
    expect(stdout).toContain('without “trump”');
  },
  'npm run ask -- tariffs since:2025-03': ({ stdout }) => {
    expect(stdout).toContain('004_103e8cc984b34685.txt');
    expect(stdout).not.toContain('000_cdfc808a8b69da1e.txt');
  },
  'npm run ask -- panama from:cnn before:2025-01-01': ({ stdout }) => {
    expect(stdout).toContain('Only from “cnn”, before Jan 1, 2025.');
  },
  'npm run ask -- quotes sheinbaum': ({ stdout }) => {
    expect(stdout).toContain('“she” → Claudia Sheinbaum');
  },
  'npm run ask -- quotes arevalo about safe third country': ({ stdout }) => {
    expect(stdout).toContain('“We are not a safe third country, no one has suggested that,”');
  },
  'npm run ask -- check "they would be incapable of this"': ({ stdout }) => {
    expect(stdout).toContain('Not verbatim: 2 words differ.');
    for (const line of README.match(/^ {2}As (?:pasted|printed): .*$/gm) ?? [])
      expect(stdout).toContain(line.trim());
  },
  'npm run ask -- timeline tariffs': ({ stdout }) => {
    expect(stdout).toContain('First mention: Dec 5, 2024');
  },
  'npm run ask -- figures migrants': ({ stdout }) => {
    expect(stdout).toContain('“an average of around 5,200 migrants”');
  },
  'npm run ask -- outlets': ({ stdout }) => {
    expect(stdout).toContain('2 from 2 outlets, 3 with no outlet stated');
  },
  'npm run ask -- on 2024-12-05': ({ stdout }) => {
    expect(stdout).toContain('Dec 5, 2024: 1 article, 1 more may be of that day');
  },
  'npm run ask -- new': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toMatch(/^(?:\d+ articles? came in or changed|Nothing)/);
  },
  'npm run ask -- sources from:nyt': ({ stdout }) => {
    expect(stdout).toContain('The archive holds 1 article');
  },
  'npm run ask -- sources': ({ stdout }) => {
    expect(stdout).toContain('The archive holds 5 articles.');
  },
  'npm run --silent ask -- --json panama': ({ stdout }) => {
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'passages',
      query: 'panama',
      status: 'found',
    });
  },
  'npm run --silent ask -- --jsonl --limit 10 < questions.txt': ({ stdout }) => {
    expect(stdout.trim().split('\n')).toHaveLength(2);
  },
  'npm run --silent ask -- --corpus path/to/articles --json "panama"': ({ stdout }) => {
    expect(JSON.parse(stdout)).toMatchObject({ status: 'found' });
  },
  'npm run --silent quotes -- --json --corpus path/to/articles': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain(
      '"text":"We hope to have an agreement with the Trump administration,"',
    );
  },
  'npm run --silent manifest -- --http https://bot.example.org': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('request_url: https://bot.example.org/slack/events');
  },
  'npm run --silent manifest -- --agent': ({ stdout }) => {
    expect(stdout).toContain('agent_view:');
  },
  'npm run check': ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('34 known errors');
  },
  'npm run check -- --corpus path/to/articles': ({ code }) => {
    expect(code).toBe(0);
  },
};

describe('the README', () => {
  it('has an expectation here for every command it shows, but for the one that runs this test', () => {
    expect(commands.filter((line) => line !== 'npm ci && npm test').toSorted()).toEqual(
      Object.keys(EXPECTED).toSorted(),
    );
  });

  it.each(Object.keys(EXPECTED))('%s does what it says', { timeout: 120_000 }, async (line) => {
    expect.hasAssertions();
    EXPECTED[line]?.(await run(line));
  });

  it('names every script of package.json, and no other', () => {
    const named = [...README.matchAll(/`npm (?:run )?(?:--silent )?([a-z:]+)/g)].map(
      ([, name = '']) => name,
    );
    const own = Object.keys(scripts).filter((name) => name !== 'prepack');
    expect(
      [...new Set(named)].filter((name) => !['ci', 'prune'].includes(name)).toSorted(),
    ).toEqual(own.toSorted());
  });

  it('names every variable that is read, and no other', () => {
    const config = readFileSync(`${ROOT}/src/config.ts`, 'utf8');
    const read = [...config.matchAll(/^ {2}([A-Z_]+): optional\(/gm)].map(([, name = '']) => name);
    const listed = [...README.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name = '']) => name);
    expect(listed.toSorted()).toEqual(read.toSorted());
  });

  it('maps every file and folder at the top of the source', () => {
    const map = /^```\nmanifest[\s\S]*?^```/m.exec(README)?.[0] ?? '';
    const layers = readFileSync(`${ROOT}/tests/layers.test.ts`, 'utf8');
    const rooms = [...layers.matchAll(/^ {2}'?([a-z.-]+)'?: \[/gm)].map(([, room = '']) => room);
    expect(rooms.length).toBeGreaterThan(5);
    for (const room of rooms)
      expect(map).toContain(room.includes('.') ? `  ${room} ` : `  ${room}/`);
  });
});
