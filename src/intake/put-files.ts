import { link, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceArticlesYml, type YmlEdit } from '../corpus/metadata/edit-articles-yml.js';

/** A file to be added, under the name that it will have in the archive. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether the archive has a file of this name; a link that leads nowhere does not count. */
export function isInArchive(dir: string, name: string): Promise<boolean> {
  return stat(path.join(dir, name)).then(
    () => true,
    () => false,
  );
}

/**
 * Puts new files into the archive in `dir` and edits articles.yml: all or nothing. No other file there is written over.
 * @throws the file system's error, and when a file of one of the names has come to stand there
 */
export async function putFiles(
  dir: string,
  files: readonly NewFile[],
  yml: YmlEdit,
  unique: string,
): Promise<void> {
  const at = (name: string): string => path.join(dir, name);
  // A dotfile is not taken for an article while it is written.
  const unfinished = (name: string): string => at(`.${name}.${unique}.unfinished`);
  const undo: (() => Promise<void>)[] = [];
  try {
    await mkdir(dir, { recursive: true });
    for (const { name, bytes } of files) await writeFile(unfinished(name), bytes, { flag: 'wx' });
    // The entry first: an article must not be seen without what is known of it.
    await replaceArticlesYml(dir, yml, unique);
    undo.push(() => replaceArticlesYml(dir, { before: yml.after, after: yml.before }, unique));
    for (const { name } of files) {
      // Unlike a renaming, this fails where a file of that name stands already.
      await link(unfinished(name), at(name));
      undo.push(() => rm(at(name)));
    }
  } catch (cause) {
    for (const step of undo.toReversed()) await step().catch(() => {});
    throw cause;
  } finally {
    for (const { name } of files) await rm(unfinished(name), { force: true });
  }
}
