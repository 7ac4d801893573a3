import path from 'node:path';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { openArchive } from '../../answer/archive/archive.js';
import { listPassages } from '../../corpus/article/article.js';
import { openFolder } from '../../corpus/folder/article-folder.js';
import { readOptions, UsageError } from '../../terminal/arguments.js';
import { openArticles, readJudgements } from '../eval/read-data.js';
import { QuestionsError, readQuestions } from '../eval/read-questions.js';
import { createSeededRandom } from '../eval/seeded-random.js';
import { drawShortQuestions, isLong } from './bench-data.js';
import {
  benchJob,
  type BenchJob,
  type Meter,
  sideResult,
  stallJob,
  stallResult,
  type StallJob,
  type StallResult,
  type SideResult,
  startJob,
  type StartJob,
  startResult,
  type StartResult,
} from './bench-job.js';
import { commandText, explanationText, sizeText, stallText, startText } from './bench-text.js';
import { measureCommands } from './measure-commands.js';
import { measureStalls } from './measure-stalls.js';
import { measureSide, measureStart, writeArticles } from './measure-side.js';

/** What the benchmark needs of the process it runs in. */
export interface BenchNeeds extends Omit<Meter, 'collectGarbage'> {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The articles that come with the program. */
  readonly seeds: string;
  /** `undefined` when node was started without `--expose-gc`. */
  readonly collectGarbage: (() => void) | undefined;
  /** Runs `bench` with these words in a process of its own and gives what it printed. */
  readonly apart: (words: readonly string[]) => Promise<string>;
  /** Gives its work a folder that is gone afterwards. */
  readonly inTemporaryFolder: <T>(work: (dir: string) => Promise<T>) => Promise<T>;
  /** Node and the machine, for the heading. */
  readonly machine: string;
}

/** How much is measured. */
export interface BenchPlan {
  readonly sizes: readonly { readonly name: string; readonly passages: number | null }[];
  readonly short: number;
  readonly long: number;
  readonly seconds: number;
  readonly commands: number;
  /** With how many articles a start is measured. */
  readonly articles: number;
}

/** On two slow cores about four minutes, most of them MiniSearch's with long questions at the largest size. */
const PLAN: BenchPlan = {
  sizes: [
    { name: 'the seeds', passages: null },
    { name: 'small', passages: 5_000 },
    { name: 'large', passages: 50_000 },
  ],
  short: 200,
  long: 50,
  seconds: 45,
  commands: 200,
  articles: 10_000,
};

/** What `--quick` measures less of: enough for the ratios, in a few seconds. */
const QUICK = { short: 60, long: 15, commands: 60, articles: 300 };

/**
 * Runs `bench` and gives the exit code: 0 with a table for each size on stdout, 2 for wrong use. Progress is told on
 * stderr. Each side is measured in a process of its own, so that neither holds the other's garbage.
 */
export async function runBench(
  words: readonly string[],
  needs: BenchNeeds,
  plan: BenchPlan = PLAN,
): Promise<number> {
  try {
    const { measure, data, quick } = readOptions(
      {
        args: [...words],
        options: {
          data: { type: 'string' },
          quick: { type: 'boolean', default: false },
          // For the processes that the benchmark starts itself.
          measure: { type: 'string' },
        },
      },
      'expected --data DIR or --quick',
    ).values;
    const { collectGarbage } = needs;
    if (collectGarbage === undefined)
      throw new UsageError('node cannot collect garbage on demand; expected node --expose-gc');
    if (measure !== undefined) {
      const job = z.union([benchJob, stallJob, startJob]).parse(JSON.parse(measure));
      const meter = { ...needs, collectGarbage };
      const result =
        'side' in job
          ? await measureSide(job, meter)
          : 'seconds' in job
            ? await measureStalls(job, meter)
            : await measureStart(job, meter);
      needs.stdout.write(JSON.stringify(result));
      return 0;
    }
    await printTables(
      data,
      quick ? { ...plan, ...QUICK, sizes: plan.sizes.slice(0, 2) } : plan,
      needs,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    needs.stderr.write(`bench: ${error.message}\n`);
    return 2;
  }
}

async function printTables(
  data: string | undefined,
  plan: BenchPlan,
  needs: BenchNeeds,
): Promise<void> {
  const { stdout, stderr } = needs;
  const { short, long, seconds } = plan;
  const seeds: Source = { articles: needs.seeds, real: false, judged: [] };
  const source = data === undefined ? seeds : await openData(data, long, needs.now);
  stdout.write(`Clipdesk beside MiniSearch 7.2 with its defaults. ${needs.machine}\n`);
  let largest: SideResult | null = null;
  for (const { name, passages } of plan.sizes) {
    stderr.write(`measuring: ${name}\n`);
    const run = async (side: BenchJob['side']): Promise<SideResult> => {
      const from = passages === null ? seeds : source;
      const job = { side, ...from, passages, short, long, seconds };
      return measureApart(job, sideResult, needs);
    };
    const clipdesk = await run('clipdesk');
    const minisearch = await run('minisearch');
    stdout.write(`\n${sizeText(name, clipdesk, minisearch)}\n`);
    largest = clipdesk;
  }
  stderr.write('measuring: start\n');
  const starts = await needs.inTemporaryFolder((dir) => startsAndStalls(dir, source, plan, needs));
  stdout.write(`\n${startText(starts.with, starts.without)}\n`);
  stdout.write(`\n${stallText(starts.stalls)}\n`);
  stderr.write('measuring: slash commands\n');
  const { clipdesk, bare } = await overHttp(plan, needs);
  stdout.write(`\n${commandText(clipdesk, bare)}\n`);
  if (largest !== null) stdout.write(`\n${explanationText(data, source.judged.length, largest)}\n`);
}

/** What one job measures in a process of its own. */
async function measureApart<T>(
  job: BenchJob | StartJob | StallJob,
  result: z.ZodType<T>,
  { apart }: BenchNeeds,
): Promise<T> {
  return result.parse(JSON.parse(await apart(['--measure', JSON.stringify(job)])));
}

/** Where passages and long questions come from. */
type Source = Pick<BenchJob, 'articles' | 'real' | 'judged'>;

/** @throws UsageError when the folder cannot be used */
async function openData(dir: string, long: number, now: () => Date): Promise<Source> {
  const articles = path.join(dir, 'articles');
  const file = path.join(dir, 'questions.jsonl');
  const archive = await openArticles(articles, now, 'the folder of articles there');
  const text = await readJudgements(file);
  try {
    const queries = readQuestions(text, file, archive.articles()).map(({ query }) => query);
    return { articles, real: true, judged: queries.filter(isLong).slice(0, long) };
  } catch (cause) {
    if (!(cause instanceof QuestionsError)) throw cause;
    throw new UsageError(cause.message, { cause });
  }
}

/** One process starts without a cache and leaves one behind, another starts with it, a third is asked. */
async function startsAndStalls(
  dir: string,
  source: Source,
  { articles, seconds }: BenchPlan,
  needs: BenchNeeds,
): Promise<{ without: StartResult; with: StartResult; stalls: StallResult }> {
  const job: StartJob = {
    folder: path.join(dir, 'articles'),
    cache: path.join(dir, 'words.cache'),
  };
  await writeArticles(source, articles, job.folder);
  return {
    without: await measureApart(job, startResult, needs),
    with: await measureApart(job, startResult, needs),
    stalls: await measureApart({ ...job, seconds }, stallResult, needs),
  };
}

async function overHttp(
  plan: BenchPlan,
  { seeds, now, ticks }: BenchNeeds,
): ReturnType<typeof measureCommands> {
  const archive = await openArchive({ folder: openFolder(seeds), now });
  const random = createSeededRandom(plan.commands);
  const passages = listPassages(archive.articles());
  const questions = drawShortQuestions(passages, plan.commands, random);
  return measureCommands({ archive, questions, ticks, now, random });
}
