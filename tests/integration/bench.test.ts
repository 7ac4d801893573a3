import { readFileSync, readdirSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runBench, type BenchNeeds, type BenchPlan } from '../../src/measure/bench/run-bench.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

const TINY: BenchPlan = {
  sizes: [
    { name: 'the seeds', passages: null },
    { name: 'tiny', passages: 120 },
  ],
  short: 5,
  long: 3,
  seconds: 20,
  commands: 3,
  articles: 130,
};

/** Runs the benchmark with its measurements in this process. No figure of it means anything; the rows do. */
async function run(words: string[], given: Partial<BenchNeeds> = {}) {
  const stdout = new Sink();
  const stderr = new Sink();
  const needs: BenchNeeds = {
    stdout,
    stderr,
    seeds: SEEDS,
    now: () => new Date(),
    ticks: () => performance.now(),
    memory: () => process.memoryUsage().heapUsed,
    collectGarbage: () => {},
    apart: async (apart) => (await run([...apart])).stdout,
    inTemporaryFolder: (work) => work(tempFolder().dir),
    machine: 'A machine.',
    ...given,
  };
  const code = await runBench(words, needs, TINY);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

const ROWS = [
  'index build',
  'memory, index',
  'memory, whole process',
  'short question, p50 (5)',
  'short question, p99 (5)',
  'long question, p50 (3)',
  'long question, p99 (3)',
];

const START_ROWS = ['until it can be asked', 'memory, whole process'];

const STALL_ROWS = [
  'short question',
  'long question',
  'check',
  'check, one word less',
  'quotes',
  'quotes, nobody',
  'figures',
  'timeline',
  'sources',
  'outlets',
  'on',
  'new',
  'article',
];

/** The first words of the lines that hold figures. */
const rowsOf = (stdout: string): string[] =>
  stdout
    .split('\n')
    .filter((line) => /(?:× [\d.]+|–) +-?[\d.]+ (?:ms|s|MB) +-?[\d.]+ (?:ms|s|MB)$/.test(line))
    .map((line) => line.slice(0, 42).trim());

describe('bench', () => {
  it('prints all rows for every size, then the slash command beside a bare Bolt app', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(0);
    expect(rowsOf(stdout)).toEqual([
      ...ROWS,
      ...ROWS,
      ...START_ROWS,
      ...STALL_ROWS,
      'p50 (3)',
      'p99 (3)',
    ]);
    expect(stdout).toMatch(/^longest stall by kind: \d+ articles +share +stall +answer$/m);
    expect(stdout).toMatch(/^the seeds: \d+ passages +ratio +Clipdesk +MiniSearch$/m);
    expect(stdout).toMatch(/^start: \d+ articles, [\d,]+ passages +ratio +with cache +without$/m);
    expect(stdout).toMatch(
      /^signed slash command to posted answer +ratio +Clipdesk +bare Bolt app$/m,
    );
    expect(stdout).toContain('passages are made of their sentences put together anew');
  });

  it('takes real text and judged questions from a data folder, and says how it was stretched', async () => {
    const articles = Object.fromEntries(
      readdirSync(SEEDS).map((name) => [`articles/${name}`, readFileSync(`${SEEDS}/${name}`)]),
    );
    const judged = fileURLToPath(new URL('../eval/seeds/questions.jsonl', import.meta.url));
    const { dir } = tempFolder({
      ...articles,
      'questions.jsonl': `${readFileSync(judged, 'utf8')}${JSON.stringify({
        id: 'long',
        query: 'deportees '.repeat(30),
        relevant: [{ file: '000_cdfc808a8b69da1e.txt' }],
      })}\n`,
    });
    const { code, stdout } = await run(['--data', dir]);
    expect(code).toBe(0);
    expect(rowsOf(stdout)).toHaveLength(
      2 * ROWS.length + START_ROWS.length + STALL_ROWS.length + 2,
    );
    expect(stdout).toMatch(
      /past \d+ passages of theirs they are repeated, one word in 5 exchanged/,
    );
    expect(stdout).toContain('1 of them judged');
  });

  it('ends with 2 for wrong use, and without a way to collect garbage', async () => {
    const unknown = await run(['--fast']);
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toBe("bench: Unknown option '--fast'; expected --data DIR or --quick\n");
    const nowhere = await run(['--data', 'nowhere']);
    expect([nowhere.code, nowhere.stdout]).toEqual([2, '']);
    expect(nowhere.stderr).toContain('nowhere/articles cannot be opened; expected the folder');
    const blind = await run([], { collectGarbage: undefined });
    expect(blind.stderr).toContain('expected node --expose-gc');
  });
});
