import path from 'node:path';
import type { Writable } from 'node:stream';
import { listPassages } from '../../corpus/article/article.js';
import { createPlainIndex } from '../../search/index/plain-index.js';
import { readOptions, UsageError } from '../../terminal/arguments.js';
import { evalText, toEvalJson } from './eval-text.js';
import { evaluate } from './evaluate.js';
import { quotesEval } from './quotes/run-quotes-eval.js';
import { openArticles, readJudgements } from './read-data.js';
import { QuestionsError, readQuestions } from './read-questions.js';
import { createSeededRandom } from './seeded-random.js';

/** What the evaluation needs from the face that runs it. */
export interface EvalNeeds {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly now: () => Date;
}

/** The same resamples with every run, so that the same answers give the same table. */
const SEED = 4;

/**
 * Runs `eval` and gives the exit code: 0 with the table on stdout, 1 with the faults of the questions on stderr.
 * @throws UsageError for wrong use, a file that cannot be read included
 */
export async function runEval(words: readonly string[], needs: EvalNeeds): Promise<number> {
  if (words.some((word) => /^--quotes(?:=|$)/.test(word))) {
    needs.stdout.write(await quotesEval(words, needs.now));
    return 0;
  }
  const wanted = parseEvalArguments(words);
  const text = await readJudgements(wanted.questions);
  const archive = await openArticles(wanted.articles, needs.now);
  const articles = archive.articles();
  let questions;
  try {
    questions = readQuestions(text, wanted.questions, articles).slice(0, wanted.limit);
  } catch (error) {
    if (!(error instanceof QuestionsError)) throw error;
    needs.stderr.write(`${error.message}\n`);
    return 1;
  }
  const evaluation = await evaluate({
    questions,
    archive,
    plain: createPlainIndex(listPassages(articles)),
    random: createSeededRandom(SEED),
  });
  needs.stdout.write(
    wanted.json ? `${JSON.stringify(toEvalJson(evaluation))}\n` : evalText(evaluation, archive),
  );
  return 0;
}

/** The file of judged questions, the folder of articles, and how many of the questions are asked. */
function parseEvalArguments(words: readonly string[]) {
  const { values } = readOptions(
    {
      args: [...words],
      options: {
        data: { type: 'string', default: '' },
        articles: { type: 'string' },
        'limit-questions': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    },
    'expected --data DIR, and perhaps --articles DIR, --limit-questions N or --json',
  );
  const { data, articles = path.join(data, 'articles'), 'limit-questions': limit, json } = values;
  if (data === '')
    throw new UsageError(
      `--data is missing; expected --data DIR, a folder with questions.jsonl and articles/`,
    );
  if (limit !== undefined && !/^[1-9]\d{0,6}$/.test(limit))
    throw new UsageError(`--limit-questions ${limit}: expected a whole number from 1`);
  return {
    questions: path.join(data, 'questions.jsonl'),
    articles,
    limit: Number(limit ?? Infinity),
    json,
  };
}
