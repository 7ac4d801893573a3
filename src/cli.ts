import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { toAnswerJson } from './answer/answer-json.js';
import { openArchive, type Archive, type Progress } from './answer/archive.js';
import type { CacheFile } from './corpus/cache-file.js';
import { FolderError, openFolder } from './corpus/article-folder.js';
import { runEval } from './eval/run-eval.js';
import { QuestionError } from './search/question.js';
import { answerText } from './terminal/answer-text.js';
import { parseArguments, UsageError, type AskArguments } from './terminal/arguments.js';
import { checkText } from './terminal/check-text.js';
import { createPaint } from './terminal/paint.js';
import { parseQuestionLine } from './terminal/question-lines.js';

/** What the terminal face needs from the process it runs in. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly colours: boolean;
  /** Columns, `null` when nobody looks at the output as it comes. */
  readonly width: number | null;
  /** The folder of articles unless `--corpus` names another. */
  readonly corpusDir: string;
  readonly now: () => Date;
  /** The file that keeps what was read of a folder's words, if any is kept. */
  readonly cacheFor?: ((corpusDir: string) => CacheFile) | undefined;
  readonly progress?: Progress | undefined;
}

const USAGE = `Ask the archive:
  npm run ask -- "panama"                    the best passages, word for word
  npm run ask -- '"safe third country"'      an exact phrase
  npm run ask -- sheinbaum -trump            with one word, without another
  npm run ask -- tariffs since:2025-03       also before:2025-02-01, from:cnn, from:003
Options:
  --limit N      how many passages, 1 to 100 (3 unless given)
  --corpus DIR   another folder of articles
  --json         one JSON object
  --jsonl        one question per line of standard input, one JSON object per line out
  --explain      why each passage stands where it does
`;

/** Lines wider than this are hard to read, however wide the window. */
const WIDEST = 100;
const NARROWEST = 30;

/**
 * Runs `ask`, `check` or `eval` and gives the exit code: 0 for an answer, "nothing found" too; 1 when `check` or
 * `eval` found an error in the files; 2 for wrong use, which is said on stderr. Nothing but the answer goes to stdout.
 */
export async function runCli(
  command: string,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    if (command === 'eval') return await runEval(words, terminal);
    const wanted = parseArguments(words);
    const corpusDir = wanted.corpusDir ?? terminal.corpusDir;
    const open = (): Promise<Archive> =>
      openArchive({
        folder: openFolder(corpusDir),
        now: terminal.now,
        cache: terminal.cacheFor?.(corpusDir),
        progress: terminal.progress,
      });
    if (wanted.help) terminal.stdout.write(USAGE);
    else if (command === 'check') {
      if (wanted.question !== '' || wanted.form !== 'text' || wanted.limit !== undefined)
        throw new UsageError('looks at the whole folder; expected nothing but --corpus DIR');
      return check(await open(), terminal);
    } else if (wanted.form === 'jsonl') {
      if (wanted.question !== '')
        throw new UsageError('--jsonl reads its questions from standard input, one a line');
      await answerLines(await open(), wanted, terminal);
    } else if (wanted.question === '') throw new UsageError(`the question is missing\n\n${USAGE}`);
    else await answerOne(await open(), wanted, terminal);
    return 0;
  } catch (error) {
    if (!(
      error instanceof UsageError ||
      error instanceof QuestionError ||
      error instanceof FolderError
    ))
      throw error;
    terminal.stderr.write(`${command}: ${error.message}\n`);
    return 2;
  }
}

async function answerOne(
  archive: Archive,
  wanted: AskArguments,
  terminal: Terminal,
): Promise<void> {
  const answer = await archive.ask(wanted.question, { limit: wanted.limit });
  if (wanted.form === 'json') {
    terminal.stdout.write(`${JSON.stringify(toAnswerJson(answer, wanted.explain))}\n`);
    return;
  }
  const width =
    terminal.width === null ? null : Math.max(NARROWEST, Math.min(WIDEST, terminal.width));
  terminal.stdout.write(
    answerText(answer, { paint: createPaint(terminal.colours), width, explain: wanted.explain }),
  );
}

/** One answer for each line, in order; a line that cannot be read gets an error object in its place. */
async function answerLines(
  archive: Archive,
  wanted: AskArguments,
  terminal: Terminal,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const result = await answerLine(archive, line, number, wanted);
    if (!terminal.stdout.write(`${JSON.stringify(result)}\n`))
      await new Promise((resolve) => terminal.stdout.once('drain', resolve));
  }
}

async function answerLine(
  archive: Archive,
  line: string,
  number: number,
  { limit, explain }: AskArguments,
): Promise<object> {
  const asked = parseQuestionLine(line, number);
  if ('fault' in asked) return lineError(asked.id, 'bad-line', asked.fault);
  try {
    const answer = await archive.ask(asked.query, { limit, thread: asked.thread });
    return { id: asked.id, ...toAnswerJson(answer, explain) };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return lineError(asked.id, error.code, error.message);
  }
}

function lineError(id: string | number, code: string, message: string): object {
  return { id, kind: 'error', error: { code, message } };
}

function check(archive: Archive, terminal: Terminal): number {
  terminal.stdout.write(checkText(archive, createPaint(terminal.colours)));
  return archive.faults.some(({ severity }) => severity === 'error') ? 1 : 0;
}
