import path from 'node:path';
import { readOptions, UsageError } from '../../terminal/arguments.js';

export interface EvalArguments {
  /** The file of judged questions. */
  readonly questions: string;
  /** The folder of articles. */
  readonly articles: string;
  /** Only the first so many questions are asked. */
  readonly limit: number;
  readonly json: boolean;
}

const EXPECTED = 'expected --data DIR, and perhaps --articles DIR, --limit-questions N or --json';

/**
 * Reads the words after `eval`.
 * @throws UsageError naming the option and what was expected
 */
export function parseEvalArguments(words: readonly string[]): EvalArguments {
  const { values } = readOptions(
    {
      args: [...words],
      options: {
        data: { type: 'string' },
        articles: { type: 'string' },
        'limit-questions': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    },
    EXPECTED,
  );
  const { data, articles, 'limit-questions': limit, json } = values;
  if (data === undefined || data === '')
    throw new UsageError(
      `--data is missing; expected --data DIR, a folder with questions.jsonl and articles/`,
    );
  if (limit !== undefined && !/^[1-9]\d{0,6}$/.test(limit))
    throw new UsageError(`--limit-questions ${limit}: expected a whole number from 1`);
  return {
    questions: path.join(data, 'questions.jsonl'),
    articles: articles ?? path.join(data, 'articles'),
    limit: limit === undefined ? Infinity : Number(limit),
    json,
  };
}
