import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { type Archive, openArchive, type Progress } from '../answer/archive/archive.js';
import { formatFault } from '../corpus/fault.js';
import { FolderError, openFolder } from '../corpus/folder/article-folder.js';
import type { CacheFile } from '../corpus/folder/cache-file.js';
import { runEval } from '../measure/eval/run-eval.js';
import { answerRequest, readAsked } from '../requests/request.js';
import { toQuotationJson } from '../requests/kinds/quotes.js';
import { QuestionError } from '../search/question/question.js';
import { allQuotations, checkText, quotationsText } from '../terminal/archive-text.js';
import { type AskArguments, parseArguments, UsageError } from '../terminal/arguments.js';
import { askUsage } from '../terminal/ask-usage.js';
import { listingText } from '../terminal/listing-text.js';
import type { Page } from '../terminal/page.js';
import { createPaint, visible } from '../terminal/paint.js';
import { parseQuestionLine } from '../terminal/question-lines.js';

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

/** Lines wider than this are hard to read, however wide the window. */
const WIDEST = 100;
const NARROWEST = 30;

/**
 * Runs `ask`, `check`, `quotes` or `eval` and gives the exit code: 0 for an answer, "nothing found" too; 1 when any
 * but `ask` found an error in the files; 2 for wrong use, which is said on stderr. Nothing but the answer goes to stdout.
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
    if (wanted.help) terminal.stdout.write(askUsage());
    else if (command === 'check') {
      if (wanted.question !== '' || wanted.form !== 'text' || wanted.limit !== undefined)
        throw new UsageError('looks at the whole folder; expected nothing but --corpus DIR');
      return check(await open(), terminal);
    } else if (command === 'quotes') {
      if (wanted.question !== '' || wanted.form === 'jsonl' || wanted.limit !== undefined)
        throw new UsageError(
          'lists the quotations of the whole folder; expected nothing but --json and --corpus DIR. For one speaker: ask quotes NAME',
        );
      return await listQuotations(await open(), wanted, terminal);
    } else if (wanted.form === 'jsonl') {
      if (wanted.question !== '')
        throw new UsageError('--jsonl reads its questions from standard input, one a line');
      await answerLines(await open(), wanted, terminal);
    } else if (wanted.question === '')
      throw new UsageError(`the question is missing\n\n${askUsage()}`);
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
  const reply = await answerRequest(archive, readAsked(wanted.question, []), wanted.limit);
  terminal.stdout.write(
    wanted.form === 'json'
      ? `${JSON.stringify(reply.json(wanted.explain))}\n`
      : listingText(reply.listing, pageOf(terminal, wanted)),
  );
}

function pageOf(terminal: Terminal, { explain }: AskArguments): Page {
  const width =
    terminal.width === null ? null : Math.max(NARROWEST, Math.min(WIDEST, terminal.width));
  return { paint: createPaint(terminal.colours), width, explain };
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
    if (line.trim() !== '')
      await writeLine(await answerLine(archive, line, number, wanted), terminal);
  }
}

/** One JSON object, and the next only when whoever reads has room for it. */
async function writeLine(object: object, { stdout }: Terminal): Promise<void> {
  if (!stdout.write(`${JSON.stringify(object)}\n`))
    await new Promise((resolve) => stdout.once('drain', resolve));
}

/** Every quotation of the archive; files that could not be read are named on stderr, where they disturb no program. */
async function listQuotations(
  archive: Archive,
  wanted: AskArguments,
  terminal: Terminal,
): Promise<number> {
  if (wanted.form === 'json')
    for (const quotation of allQuotations(archive))
      await writeLine(toQuotationJson(quotation), terminal);
  else terminal.stdout.write(quotationsText(archive, pageOf(terminal, wanted)));
  const errors = archive.faults.filter(({ severity }) => severity === 'error');
  for (const error of errors) terminal.stderr.write(`${visible(formatFault(error))}\n`);
  return errors.length > 0 ? 1 : 0;
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
    const { query, thread } = asked;
    const reply = await answerRequest(archive, readAsked(query, thread), limit);
    return { id: asked.id, ...reply.json(explain) };
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
