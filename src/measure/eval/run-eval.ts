import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { openArchive, type Archive } from '../../answer/archive/archive.js';
import { FolderError, openFolder } from '../../corpus/folder/article-folder.js';
import type { Article } from '../../corpus/article/article.js';
import { listPassages, passageText } from '../../corpus/article/passage.js';
import { createPlainIndex } from '../../search/index/plain-index.js';
import { UsageError } from '../../terminal/arguments.js';
import { parseEvalArguments } from './eval-arguments.js';
import { toEvalJson } from './eval-json.js';
import { evalText } from './eval-text.js';
import { evaluate } from './evaluate.js';
import { keyOf } from './judged-question.js';
import { quotesEval } from './quotes/run-quotes-eval.js';
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
    const readArticles = async (dir: string): Promise<readonly Article[]> =>
      (await open(dir, needs.now)).articles();
    needs.stdout.write(await quotesEval(words, { readText, readArticles }));
    return 0;
  }
  const wanted = parseEvalArguments(words);
  const text = await readText(wanted.questions);
  const archive = await open(wanted.articles, needs.now);
  const articles = archive.articles();
  const passages = listPassages(articles);
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
    plain: createPlainIndex(passages),
    random: createSeededRandom(SEED),
  });
  if (wanted.json) {
    needs.stdout.write(`${JSON.stringify(toEvalJson(evaluation))}\n`);
    return 0;
  }
  const texts = new Map(passages.map((passage) => [keyOf(passage), passageText(passage)]));
  const setting = {
    articles: articles.length,
    passages: passages.length,
    faults: archive.freshness().faults,
    textOf: (key: string) => texts.get(key) ?? '',
  };
  needs.stdout.write(evalText(evaluation, setting));
  return 0;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `${file} cannot be read; expected judged questions there, one JSON object a line`,
      { cause },
    );
  }
}

async function open(dir: string, now: () => Date): Promise<Archive> {
  try {
    return await openArchive({ folder: openFolder(dir), now });
  } catch (cause) {
    if (!(cause instanceof FolderError)) throw cause;
    throw new UsageError(
      `${dir} cannot be opened; expected the folder of articles there, or another with --articles DIR`,
      { cause },
    );
  }
}
