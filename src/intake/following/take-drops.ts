import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../clock.js';
import { MAX_ARTICLE_BYTES } from '../../corpus/folder/read-text.js';
import { isArticleFile } from '../../corpus/formats/read-contents.js';
import type { Drops } from '../../corpus/metadata/sources-yml.js';
import { AddError, addArticles, nothingAdded } from '../add-articles.js';
import { addExport, kindOfFile } from '../add-export.js';
import { emptyReport, type ExportReport } from '../export-report.js';
import { exportKind } from '../formats/read-export.js';
import { SourceError } from './source-error.js';

/** A file that was taken, or could not be, as it stood in the folder then. */
export interface TakenFile {
  /** Another one whenever it was written since. */
  readonly stamp: string;
  /** Why it could not be taken, and when that was tried. */
  readonly failed?: { readonly at: string; readonly error: string } | undefined;
}

/** What could not be taken is tried again after this, in milliseconds: it may have been the archive's fault. */
const RETRIED_MS = 60 * 60_000;
/** Between two looks at a file; one that is being written changes meanwhile. In milliseconds. */
const SETTLE_MS = 1_000;

/**
 * Takes what is new in a folder into the archive, the oldest file first. The folder itself is left as it is.
 * @param before what was taken earlier
 * @param took hears of each file that was taken
 * @returns what is taken of the files that are there now
 * @throws SourceError when the folder cannot be read
 */
export async function takeDrops(
  { folder, outlet }: Drops,
  before: Readonly<Record<string, TakenFile>>,
  needs: {
    readonly dir: string;
    readonly unique: string;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly took: (file: string, report: ExportReport) => void;
  },
): Promise<Record<string, TakenFile>> {
  const { dir, unique, clock, signal, took } = needs;
  refuseWithin(dir, folder);
  const first = await look(folder);
  const isNew = ({ name, stamp }: Found): boolean => {
    const taken = before[name];
    if (taken?.stamp !== stamp) return true;
    return (
      taken.failed !== undefined && clock.now().getTime() - Date.parse(taken.failed.at) > RETRIED_MS
    );
  };
  const fresh = first.filter(isNew);
  const taken = Object.fromEntries(
    first.flatMap(({ name }) => (before[name] === undefined ? [] : [[name, before[name]]])),
  );
  if (fresh.length === 0) return taken;
  await clock.sleep(SETTLE_MS, signal);
  const settled = new Map((await look(folder)).map(({ name, stamp }) => [name, stamp]));
  for (const { name, stamp, size } of fresh) {
    signal.throwIfAborted();
    if (settled.get(name) !== stamp) continue;
    try {
      took(name, await takeFile(path.join(folder, name), size, { dir, unique, outlet }));
      taken[name] = { stamp };
    } catch (error) {
      const message = messageOf(error, name);
      if (message === null) throw error;
      taken[name] = { stamp, failed: { at: clock.now().toISOString(), error: message } };
    }
  }
  return taken;
}

interface Found {
  readonly name: string;
  readonly stamp: string;
  readonly size: number;
  readonly written: number;
}

/** The files that may hold stories, oldest first; what else stands there, pictures above all, is nobody's fault. */
async function look(folder: string): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      throw new SourceError(`the folder ${folder} cannot be read (${cause.code ?? ''})`, { cause });
    },
  );
  const found: Found[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (!entry.isFile() || name.startsWith('.')) continue;
    if (!isArticleFile(name) && exportKind(name, '', false) === null) continue;
    const stats = await stat(path.join(folder, name)).catch(() => null);
    if (stats === null) continue;
    const { size, mtimeMs: written, ctimeMs } = stats;
    found.push({ name, size, written, stamp: `${size} ${written} ${ctimeMs}` });
  }
  return found.toSorted((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1));
}

async function takeFile(
  file: string,
  size: number,
  { dir, unique, outlet }: { dir: string; unique: string; outlet: string | undefined },
): Promise<ExportReport> {
  const name = path.basename(file);
  const kind = await kindOfFile(file);
  if (kind !== null)
    return addExport(
      { name, open: () => createReadStream(file) },
      { kind, dir, stated: { outlet }, unique, progress: () => {} },
    );
  if (size > MAX_ARTICLE_BYTES) throw nothingAdded(`${name}: larger than 5 MB; split it`);
  const bytes = await readFile(file);
  const report = emptyReport();
  // Sent again, or taken just before the bot was killed.
  const there = await readFile(path.join(dir, name)).catch(() => null);
  if (there?.equals(bytes) === true) report.counts.unchanged = 1;
  else {
    await addArticles([{ name, bytes, stated: { outlet } }], dir, unique);
    report.counts.taken = 1;
  }
  return report;
}

/** What is said of a file that could not be taken; `null` for what is no fault of a file. */
function messageOf(error: unknown, name: string): string | null {
  if (error instanceof AddError) return error.message;
  return error instanceof Error && 'code' in error && 'syscall' in error
    ? `${name} cannot be read (${String(error.code)})`
    : null;
}

/** What stands in the archive is read there already, and would be taken once more. */
function refuseWithin(dir: string, folder: string): void {
  const inside = path.relative(path.resolve(dir), folder);
  if (!inside.startsWith('..') && !path.isAbsolute(inside))
    throw new SourceError(`the folder ${folder} lies in that of the archive; name one outside it`);
}
