import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The edge to the archive's folder for what is added to it; nothing that stands there is ever overwritten but articles.yml. */
export interface ArchiveWriter {
  has(name: string): Promise<boolean>;
  /** The text of a file of the archive; `null` when there is none. */
  read(name: string): Promise<Uint8Array | null>;
  /**
   * Puts all the files in, and in place of `replaced` its new text: all or nothing.
   * @throws the file system's error, and when a file of one of the names has come to stand there
   */
  put(
    files: ReadonlyMap<string, Uint8Array>,
    replaced: { readonly name: string; readonly before: Uint8Array | null; readonly text: string },
  ): Promise<void>;
}

/** `unique` tells this process's unfinished files from those of others. */
export function openArchiveWriter(dir: string, unique: string): ArchiveWriter {
  const at = (name: string): string => path.join(dir, name);
  // A dotfile is not taken for an article while it is written.
  const unfinished = (name: string): string => at(`.${name}.${unique}.unfinished`);
  const read = (name: string): Promise<Uint8Array | null> =>
    readFile(at(name)).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
      throw cause;
    });

  return {
    read,
    has: (name) =>
      stat(at(name)).then(
        () => true,
        () => false,
      ),
    async put(files, { name: replacedName, before, text }) {
      const undo: (() => Promise<void>)[] = [];
      try {
        await mkdir(dir, { recursive: true });
        for (const [name, bytes] of [
          ...files,
          [replacedName, Buffer.from(text, 'utf8')] as const,
        ]) {
          undo.push(() => rm(unfinished(name), { force: true }));
          await writeFile(unfinished(name), bytes, { flag: 'wx' });
        }
        const now = await read(replacedName);
        if (Buffer.compare(now ?? Buffer.alloc(0), before ?? Buffer.alloc(0)) !== 0)
          throw new Error(`${replacedName} was written to meanwhile; nothing was added, try again`);
        // The entry first: an article must not be seen without what is known of it.
        undo.push(async () => {
          if (before === null) await rm(at(replacedName), { force: true });
          else {
            await writeFile(unfinished(replacedName), before);
            await rename(unfinished(replacedName), at(replacedName));
          }
        });
        await rename(unfinished(replacedName), at(replacedName));
        for (const name of files.keys()) {
          // Unlike a renaming, this fails where a file of that name stands already.
          await link(unfinished(name), at(name));
          undo.push(() => rm(at(name)));
        }
        await Promise.all([...files.keys()].map((name) => rm(unfinished(name))));
      } catch (cause) {
        for (const step of undo.toReversed()) await step().catch(() => {});
        throw cause;
      }
    },
  };
}
