import path from 'node:path';
import type { Article } from '../../../corpus/article/article.js';
import { quotationsIn } from '../../../quotes/quotations-in.js';
import { readOptions, UsageError } from '../../../terminal/arguments.js';
import { readJudgedQuotations } from './judged-quotation.js';
import { measureQuotations } from './measure-quotations.js';
import { quotesEvalText, toQuotesEvalJson } from './quotes-eval-text.js';

/** How the files that the words name are read. */
export interface QuotesEvalNeeds {
  readonly readText: (file: string) => Promise<string>;
  readonly readArticles: (dir: string) => Promise<readonly Article[]>;
}

/**
 * What `eval --quotes DIR` prints: the quotations of a folder's articles against judged ones, which must be all of them.
 * @throws UsageError for wrong use, and for judged lines that cannot be used
 */
export async function quotesEval(
  words: readonly string[],
  { readText, readArticles }: QuotesEvalNeeds,
): Promise<string> {
  const { values } = readOptions(
    {
      args: [...words],
      options: {
        quotes: { type: 'string', default: '' },
        corpus: { type: 'string' },
        json: { type: 'boolean', default: false },
        misses: { type: 'boolean', default: false },
      },
    },
    'expected --quotes DIR, and perhaps --corpus DIR, --misses or --json',
  );
  const { quotes: dir, corpus = dir, json, misses } = values;
  if (dir === '')
    throw new UsageError('--quotes: expected a folder with quotations.jsonl and its articles');
  const file = path.join(dir, 'quotations.jsonl');
  const text = await readText(file);
  const articles = await readArticles(corpus);
  const judged = readJudgedQuotations(text, file, articles);
  const measured = measureQuotations(articles.flatMap(quotationsIn), judged);
  return json
    ? `${JSON.stringify(toQuotesEvalJson(measured))}\n`
    : quotesEvalText(measured, misses);
}
