import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of articles that nobody misses. */
export interface ArchiveCopy {
  readonly folder: string;
  /** Files that could not be copied, or are too large to be articles. */
  readonly leftOut: readonly string[];
  /** Deletes the copy. */
  remove(): Promise<void>;
}

/** Larger files are no articles: a folder may hold films too, and they are not to fill the disk twice. */
const LARGEST_BYTES = 10_000_000;

/** Copies files, named by their paths inside `from`, into a new temporary folder. Their folder is not written to. */
export async function copyArchive(from: string, files: readonly string[]): Promise<ArchiveCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-playground-'));
  const leftOut: string[] = [];
  for (const file of files) {
    try {
      const source = path.join(from, file);
      if ((await stat(source)).size > LARGEST_BYTES) throw new Error('too large');
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await copyFile(source, target, constants.COPYFILE_FICLONE);
    } catch {
      leftOut.push(file);
    }
  }
  return { folder, leftOut, remove: () => rm(folder, { recursive: true, force: true }) };
}
