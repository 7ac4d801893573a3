import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file that can be made anew at any time: whoever cannot read it goes without. */
export interface CacheFile {
  /** `null` when there is none. */
  load(): Promise<Uint8Array | null>;
  /**
   * Writes all of it or nothing: into another file first, which then takes its place.
   * @throws the file system's error
   */
  save(chunks: Iterable<Uint8Array>): Promise<void>;
}

/** `unique` tells this process's unfinished files from those of others. */
export function openCacheFile(file: string, unique: string): CacheFile {
  return {
    load: () => readFile(file).catch(() => null),
    async save(chunks) {
      await mkdir(path.dirname(file), { recursive: true });
      const unfinished = `${file}.${unique}.unfinished`;
      try {
        const handle = await open(unfinished, 'w');
        try {
          for (const chunk of chunks) await handle.writeFile(chunk);
        } finally {
          await handle.close();
        }
        await rename(unfinished, file);
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cause;
      }
    },
  };
}
