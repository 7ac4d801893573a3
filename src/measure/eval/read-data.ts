import { readFile } from 'node:fs/promises';
import { openArchive, type Archive } from '../../answer/archive/archive.js';
import { FolderError, openFolder } from '../../corpus/folder/article-folder.js';
import { UsageError } from '../../terminal/arguments.js';

/** The text of a file of judgements. @throws UsageError saying what was expected, where it cannot be read */
export async function readJudgements(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `${file} cannot be read; expected judged questions there, one JSON object a line`,
      { cause },
    );
  }
}

/** The lines of such a file that are not blank, each with its number, and `undefined` for what is no JSON. */
export function jsonLines(text: string): { readonly number: number; readonly value: unknown }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
    .map(({ number, line }) => ({ number, value: parseJson(line) }));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @throws UsageError saying what was expected, where the folder cannot be opened */
export async function openArticles(
  dir: string,
  now: () => Date,
  expected = 'the folder of articles there, or another with --articles DIR',
): Promise<Archive> {
  try {
    return await openArchive({ folder: openFolder(dir), now });
  } catch (cause) {
    if (!(cause instanceof FolderError)) throw cause;
    throw new UsageError(`${dir} cannot be opened; expected ${expected}`, { cause });
  }
}
