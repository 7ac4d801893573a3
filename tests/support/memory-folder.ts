import { createHash } from 'node:crypto';
import type { ArticleFolder, FolderEntry } from '../../src/corpus/folder/article-folder.js';

/** Articles by file name. Looked at anew with each call, so that a test can change them under the archive. */
export type Files = Record<string, string | Uint8Array>;

/** `writtenAt` tells of some of them when they came; a folder need not tell. */
export function memoryFolder(
  files: Files,
  writtenAt: Readonly<Record<string, Date>> = {},
): ArticleFolder {
  const entryOf = (name: string): FolderEntry => ({
    name,
    refused: null,
    stamp: createHash('sha256')
      .update(files[name] ?? '')
      .digest('hex'),
    ...(writtenAt[name] === undefined ? {} : { writtenAt: writtenAt[name] }),
  });
  return {
    list: async () => Object.keys(files).toSorted().map(entryOf),
    look: async (name) => (name in files ? entryOf(name) : null),
    read: async (name, limit) => {
      const content = files[name];
      if (content === undefined) throw new Error(`ENOENT: no such file, open '${name}'`);
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      return bytes.subarray(0, limit + 1);
    },
  };
}
