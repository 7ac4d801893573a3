import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { type Article, dateLabel, isDay } from '../corpus/article/article.js';
import { plural } from '../requests/wording.js';
import { readOptions, UsageError } from '../terminal/arguments.js';
import { describeExport } from './export-report.js';
import { addExport, kindOfFile } from './add-export.js';
import type { ExportKind } from './formats/read-export.js';
import {
  addArticles,
  AddError,
  type NewFile,
  nothingAdded,
  readNewFile,
  type Stated,
} from './add-articles.js';

/** What `add` needs of the process it runs in. */
export interface AddNeeds {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Somebody sits before it who can be asked. */
  readonly canAsk: boolean;
  readonly corpusDir: string;
  /** Tells this process's unfinished files from those of others. */
  readonly unique: string;
  /** Hears how far an export was read; what it says is asked for only where it is shown. */
  readonly progress: (done: number, total: number, said: () => string) => void;
}

const USAGE =
  'expected npm run add -- FILE… [--outlet NAME] [--date 2025-01-15] [--title TITLE] [--url ADDRESS] [--corpus DIR]';

/** Runs `add` and gives the exit code: 0 when all files were added, 1 when none was, 2 for wrong use. */
export async function runAdd(words: readonly string[], needs: AddNeeds): Promise<number> {
  const { stdout, stderr } = needs;
  const questions = needs.canAsk ? openQuestions(needs) : null;
  try {
    const { files: named, stated, corpusDir = needs.corpusDir } = readWords(words);
    const files: string[] = [];
    const exports: { file: string; kind: ExportKind | 'docx' }[] = [];
    for (const file of named) {
      const kind = await kindOfFile(file).catch((cause: unknown) => {
        throw unreadable(file, cause);
      });
      if (kind === null) files.push(file);
      else exports.push({ file, kind });
    }
    refuseForMany(stated, exports);
    const found: (NewFile & { stated: Stated })[] = [];
    for (const file of files) {
      const newFile = { name: path.basename(file), bytes: await readSource(file) };
      const article = readNewFile(newFile);
      found.push({
        ...newFile,
        stated: questions ? await complete(stated, article, questions.ask) : stated,
      });
    }
    if (found.length > 0) {
      const added = await addArticles(found, corpusDir, needs.unique);
      for (const article of added) stdout.write(`${describe(article)}\n`);
      stdout.write(
        `${plural(added.length, 'file')} added to ${corpusDir}, with an entry in articles.yml for each.\n`,
      );
    }
    let isWhole = true;
    for (const { file, kind } of exports) {
      const name = path.basename(file);
      const source = { name, open: () => createReadStream(file) };
      const report = await addExport(source, {
        kind,
        dir: corpusDir,
        stated,
        unique: needs.unique,
        progress: (items, bytes, total) => {
          needs.progress(bytes, total, () => `${plural(items, 'item')} of ${name}`);
        },
      });
      stdout.write(`${describeExport(name, corpusDir, report)}\n`);
      isWhole &&= report.broken === null;
    }
    return isWhole ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AddError)) throw error;
    stderr.write(`add: ${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    questions?.close();
  }
}

function readWords(words: readonly string[]): {
  files: string[];
  stated: Stated;
  corpusDir: string | undefined;
} {
  const { values, positionals: files } = readOptions(
    {
      args: [...words],
      allowPositionals: true,
      options: {
        outlet: { type: 'string' },
        date: { type: 'string' },
        title: { type: 'string' },
        url: { type: 'string' },
        corpus: { type: 'string' },
      },
    },
    USAGE,
  );
  const { corpus, ...stated } = values;
  if (files.length === 0) throw new UsageError(`no file was named; ${USAGE}`);
  if (files.length > 1 && (stated.title !== undefined || stated.url !== undefined))
    throw new UsageError('--title and --url belong to one article; name one file with them');
  if (stated.date !== undefined && !isDay(stated.date))
    throw new UsageError(
      `--date ${stated.date} is not a day of the calendar; expected one such as 2025-01-15`,
    );
  return { files, stated, corpusDir: corpus };
}

/** A title, an address or a day belongs to one story, and an export holds many. */
function refuseForMany(
  { title, url, date }: Stated,
  exports: readonly { file: string; kind: ExportKind | 'docx' }[],
): void {
  const many = exports.find(({ kind }) => kind !== 'docx');
  if (many === undefined || (title ?? url ?? date) === undefined) return;
  throw new UsageError(
    `--title, --url and --date belong to one article, and ${many.file} is an export of many`,
  );
}

function readSource(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
}

function unreadable(file: string, cause: unknown): AddError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return nothingAdded(`${file} cannot be read (${code})`, cause);
}

type Ask = (question: string) => Promise<string | undefined>;

/** Asks for what neither the command nor the file states; without anybody to ask it stays not stated. */
async function complete(stated: Stated, article: Article, ask: Ask): Promise<Stated> {
  const { file } = article;
  const outlet =
    stated.outlet ??
    (article.outlet === null ? await ask(`${file}: outlet (Enter: not stated) `) : undefined);
  const title =
    stated.title ??
    (article.title === null ? await ask(`${file}: title (Enter: not stated) `) : undefined);
  let { date } = stated;
  if (date === undefined && article.published.status === 'unknown') {
    date = await ask(`${file}: published on, such as 2025-01-15 (Enter: unknown) `);
    while (date !== undefined && !isDay(date))
      date = await ask(`${date} is not a day of the calendar; published on (Enter: unknown) `);
  }
  return { ...stated, outlet, title, date };
}

/** Puts questions to whoever sits before it, one a line; an empty line is `undefined`. */
function openQuestions({ stdin, stderr }: AddNeeds): { ask: Ask; close: () => void } {
  const lines = createInterface({ input: stdin, crlfDelay: Infinity });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      stderr.write(question);
      const line = await typed.next();
      if (line.done === true) throw nothingAdded('the questions were broken off');
      return line.value.trim() || undefined;
    },
    close: () => lines.close(),
  };
}

function describe({ file, outlet, title, published }: Article): string {
  return [
    file,
    outlet ?? 'outlet not stated',
    ...(title === null ? [] : [`“${title}”`]),
    dateLabel(published),
  ].join(' · ');
}
