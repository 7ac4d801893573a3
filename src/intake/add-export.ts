import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_ARTICLE_BYTES } from '../corpus/folder/read-text.js';
import { AddError, nothingAdded, type Stated } from './add-articles.js';
import { readDocx } from './formats/docx.js';
import type { Item, NoStory } from './items/item.js';
import { exportKind, type ExportKind, readExport } from './formats/read-export.js';
import { ExportError } from './items/split-xml.js';
import { count, emptyReport, type ExportReport } from './export-report.js';
import { putStory, putWhole, SOURCES } from './story-file.js';

/** An export as it came. */
export interface ExportSource {
  /** The name of a file, with its ending. */
  readonly name: string;
  /** Its bytes, from the first on; may be asked for again. */
  readonly open: () => Readable;
}

/** What a file is; `null` for one that is no export but an article. */
export async function kindOfFile(file: string): Promise<ExportKind | 'docx' | null> {
  if (!/\.json$/i.test(file)) return exportKind(file, '', true);
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(MAX_ARTICLE_BYTES + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = buffer.subarray(0, Math.min(bytesRead, MAX_ARTICLE_BYTES)).toString('utf8');
    return exportKind(file, text, bytesRead <= MAX_ARTICLE_BYTES);
  } finally {
    await handle.close();
  }
}

/**
 * Takes the stories of an export into the archive in `dir`, and keeps the export itself beside them as it came. It may
 * be run again at any time, after having been killed too: what is there already stays as it is.
 * @param progress hears how many bytes of the export were read, and how many items
 * @throws AddError when it is no export, or something could not be written
 */
export async function addExport(
  { name, open: openSource }: ExportSource,
  needs: {
    readonly kind: ExportKind | 'docx';
    readonly dir: string;
    readonly stated: Stated;
    readonly unique: string;
    readonly progress: (items: number, bytes: number, total: number) => void;
  },
): Promise<ExportReport> {
  const { dir, stated, unique, progress, kind } = needs;
  const report = emptyReport();
  const kept = await keepSource(name, openSource, dir, unique).catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    throw nothingAdded(
      `${name} cannot be read, or not be kept in ${path.join(dir, SOURCES)} (${cause.message})`,
      cause,
    );
  });
  const at = path.join(dir, SOURCES, kept.name);
  const { size } = await stat(at);
  const stream = createReadStream(at);
  let items = 0;
  try {
    const read = kind === 'docx' ? readDocument(name, at) : readExport(kind, stream);
    for await (const item of read) {
      items += 1;
      await takeItem(item, report, { dir, stated, source: kept.name, unique });
      progress(items, stream.bytesRead, size);
    }
  } catch (error) {
    if (isFileError(error))
      throw new AddError(
        `${name}: stopped at item ${items} (${error.message}). What came before was taken; run it again`,
        { cause: error },
      );
    if (!(error instanceof ExportError)) throw error;
    report.broken = error.message;
  } finally {
    stream.destroy();
    progress(items, size, size);
  }
  const { taken, updated } = report.counts;
  if (kept.isNew && taken + updated === 0) await rm(at);
  if (report.broken !== null && items === 0) throw nothingAdded(`${name}: ${report.broken}`);
  return report;
}

async function takeItem(
  item: Item | NoStory,
  report: ExportReport,
  { stated, ...place }: { stated: Stated; dir: string; source: string; unique: string },
): Promise<void> {
  const name = item.title ?? ('id' in item ? item.id : null) ?? 'an item without a title';
  if ('none' in item) {
    count(report.leftOut, item.none, name);
    return;
  }
  const outcome = await putStory(withStated(item, stated), place);
  if (outcome.kind === 'left out') {
    count(report.leftOut, outcome.reason, name);
    return;
  }
  report.counts[outcome.kind] += 1;
  if (item.withdrawn !== undefined) count(report.labelled, `withdrawn: ${item.withdrawn}`, name);
  else if (item.held !== undefined) count(report.labelled, `hidden: ${item.held}`, name);
  else if (item.embargo_until !== undefined)
    count(report.labelled, `hidden until ${item.embargo_until}`, name);
  else if (item.usage_terms !== undefined)
    count(report.labelled, `terms of use, shown with it: ${item.usage_terms}`, name);
}

/** What a person states of all stories of an export outranks what it says of them. */
function withStated(item: Item, { outlet, title, url, date }: Stated): Item {
  const source = url ?? 'stated by the person who added the file';
  return {
    ...item,
    outlet: outlet ?? item.outlet,
    title: title ?? item.title,
    url: url ?? item.url,
    published:
      date === undefined ? item.published : { status: 'exact', date, basis: 'outside', source },
  };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

async function* readDocument(name: string, at: string): AsyncGenerator<Item> {
  yield { id: name, body: await readDocx(await readFile(at)) };
}

/**
 * Copies an export into the archive under a name that its bytes give it, so that the same one is kept once. What an
 * earlier run left unfinished is cleared away.
 */
async function keepSource(
  stated: string,
  openSource: () => Readable,
  dir: string,
  unique: string,
): Promise<{ name: string; isNew: boolean }> {
  const folder = path.join(dir, SOURCES);
  await mkdir(folder, { recursive: true });
  for (const left of await readdir(folder))
    if (left.endsWith('.unfinished')) await rm(path.join(folder, left), { force: true });
  const aside = path.join(folder, `export.${unique}.unfinished`);
  const { name: stem, ext } = path.parse(stated);
  let name = '';
  let isNew = true;
  await putWhole(aside, async () => {
    const hash = createHash('sha256');
    const input = openSource();
    input.on('data', (chunk) => hash.update(chunk));
    await pipeline(input, createWriteStream(aside));
    name = `${stem}-${hash.digest('hex').slice(0, 12)}${ext}`;
    const at = path.join(folder, name);
    isNew = await access(at).then(
      () => false,
      () => true,
    );
    return at;
  });
  return { name, isNew };
}
