import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file of the folder that is copied: its path inside it, and what is another when the file has changed. */
export interface CopiedFile {
  readonly name: string;
  readonly stamp: string;
}

/** Larger files are no articles: a folder may hold films too, and they are not to fill the disk twice. */
const LARGEST_BYTES = 10_000_000;

/** A folder of articles that nobody misses. */
export interface ArchiveCopy extends Awaited<ReturnType<typeof copyArchive>> {}

/** Copies files into a new temporary folder. Theirs is not written to. */
export async function copyArchive(from: string, files: readonly CopiedFile[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-playground-'));
  const stamps = new Map<string, string>();
  const leftOut = new Set<string>();

  async function copy(file: string): Promise<void> {
    const source = path.join(from, file);
    if ((await stat(source)).size > LARGEST_BYTES) throw new Error('too large');
    const target = path.join(folder, file);
    const beside = path.join(path.dirname(target), `.${path.basename(target)}.copy`);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(source, beside, constants.COPYFILE_FICLONE);
    // Whoever reads the copy sees the old file or the new one.
    await rename(beside, target);
  }

  /**
   * Takes up what has come, changed or gone since the last time in the folder that was copied. What was changed in the
   * copy alone stays as it is.
   */
  async function update(now: readonly CopiedFile[]): Promise<void> {
    const there = new Set(now.map(({ name }) => name));
    for (const name of stamps.keys())
      if (!there.has(name)) {
        await rm(path.join(folder, name), { force: true });
        stamps.delete(name);
      }
    for (const { name, stamp } of now) {
      if (stamps.get(name) === stamp) continue;
      stamps.set(name, stamp);
      leftOut.delete(name);
      await copy(name).catch(() => leftOut.add(name));
    }
  }

  await update(files);
  return {
    folder,
    /** Files that could not be copied, or are too large to be articles. */
    get leftOut(): readonly string[] {
      return [...leftOut];
    },
    update,
    /** Deletes the copy. */
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
