import { parseArgs, type ParseArgsConfig } from 'node:util';
import { MAX_LIMIT } from '../answer/ask.js';

/** What was asked for on the command line. */
export interface AskArguments {
  readonly form: 'text' | 'json' | 'jsonl';
  readonly question: string;
  readonly limit: number | undefined;
  readonly corpusDir: string | undefined;
  /** Say why each passage stands where it does. */
  readonly explain: boolean;
  readonly help: boolean;
}

/** Thrown for wrong use of a command; the message says what was given and what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}

/**
 * Reads the words after `ask` or `check`. A word with one dash is part of the question (`-trump`);
 * everything after `--` is too.
 * @throws UsageError for an option that is not known or lacks its value
 */
export function parseArguments(words: readonly string[]): AskArguments {
  const question: string[] = [];
  let form: AskArguments['form'] = 'text';
  let limit: number | undefined;
  let corpusDir: string | undefined;
  let explain = false;
  let help = false;
  const rest = words.values();
  for (const word of rest) {
    const [option = '', given] = word.startsWith('--') ? splitOnce(word) : [];
    const value = (expected: string): string => {
      const found = given ?? rest.next().value;
      if (found === undefined || found === '') throw new UsageError(`${option} needs ${expected}`);
      return found;
    };
    if (word === '--') question.push(...rest);
    else if (option === '--json') form = 'json';
    else if (option === '--jsonl') form = 'jsonl';
    else if (option === '--explain') explain = true;
    else if (option === '--help' || word === '-h') help = true;
    else if (option === '--limit')
      limit = readLimit(value(`a whole number from 1 to ${MAX_LIMIT}`));
    else if (option === '--corpus') corpusDir = value('a folder of articles');
    else if (option !== '')
      throw new UsageError(
        `${option} is not an option here; expected --json, --jsonl, --limit N, --explain or --corpus DIR`,
      );
    else question.push(word);
  }
  return { form, question: question.join(' ').trim(), limit, corpusDir, explain, help };
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function readLimit(value: string): number {
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MAX_LIMIT)
    throw new UsageError(`--limit ${value}: expected a whole number from 1 to ${MAX_LIMIT}`);
  return limit;
}

/**
 * Reads the words after a command that has options alone, or options and names.
 * @throws UsageError that names the option and says what was `expected`
 */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
  expected: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [said = ''] = cause.message.split('. ');
    throw new UsageError(`${said}; ${expected}`, { cause });
  }
}
