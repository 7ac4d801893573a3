import { constants } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** An entry that may be an article. `refused` says why it must not be read. */
export interface FolderEntry {
  /** Path inside the folder, with forward slashes. */
  readonly name: string;
  readonly refused: { readonly severity: 'error' | 'note'; readonly reason: string } | null;
}

/** The file system edge: where articles come from. Names are paths inside the folder. */
export interface ArticleFolder {
  /** Every file below the folder, subfolders too, sorted by name. Dotfiles are not looked at. */
  list(): Promise<FolderEntry[]>;
  /**
   * The bytes of one file; reads `limit` + 1 bytes at most, so that a caller can tell that it is larger.
   * @throws the file system's error when it cannot be read
   */
  read(name: string, limit: number): Promise<Uint8Array>;
}

/** Thrown when the archive's folder itself is not there or is not a folder. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
  readonly code = 'no-folder';
}

/** A folder on disk. Nothing outside it is ever read, whatever links stand in it; nothing is written. */
export function openFolder(dir: string): ArticleFolder {
  const cannotOpen = (cause: unknown): FolderError =>
    new FolderError(
      `The articles' folder ${dir} cannot be opened (${reasonOf(cause)}). Set CORPUS_DIR or --corpus to a folder of .txt, .md or .html files.`,
      { cause },
    );

  async function root(): Promise<string> {
    try {
      const real = await realpath(dir);
      if ((await stat(real)).isDirectory()) return real;
    } catch (cause) {
      throw cannotOpen(cause);
    }
    throw new FolderError(
      `${dir} is not a folder. Set CORPUS_DIR or --corpus to a folder of articles.`,
    );
  }

  return {
    async list() {
      const found: FolderEntry[] = [];
      const base = await root();
      await walk(base, '', found).catch((cause: unknown) => {
        throw cannotOpen(cause);
      });
      return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },

    async read(name, limit) {
      const base = await root();
      const target = await realpath(path.join(base, name));
      if (!isInside(base, target)) throw new Error('the link leaves the folder');
      const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        if (!(await handle.stat()).isFile()) throw new Error('not a regular file');
        const chunks: Buffer[] = [];
        let total = 0;
        while (total <= limit) {
          const chunk = Buffer.alloc(Math.min(65_536, limit + 1 - total));
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
          if (bytesRead === 0) break;
          chunks.push(chunk.subarray(0, bytesRead));
          total += bytesRead;
        }
        return Buffer.concat(chunks);
      } finally {
        await handle.close();
      }
    },
  };
}

async function walk(base: string, folder: string, found: FolderEntry[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(path.join(base, folder), { withFileTypes: true });
  } catch (cause) {
    if (folder === '') throw cause;
    found.push({
      name: folder,
      refused: { severity: 'error', reason: `the folder cannot be read (${reasonOf(cause)})` },
    });
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await walk(base, name, found);
    else if (entry.isSymbolicLink()) found.push(await followLink(base, name));
    else if (entry.isFile()) found.push({ name, refused: null });
    else found.push({ name, refused: { severity: 'note', reason: 'skipped: not a regular file' } });
  }
}

/** A link is followed to a file inside the folder; a link to a folder would read its files twice. */
async function followLink(base: string, name: string): Promise<FolderEntry> {
  try {
    const target = await realpath(path.join(base, name));
    if (!isInside(base, target))
      return {
        name,
        refused: { severity: 'error', reason: 'left out: the link leaves the folder' },
      };
    if (!(await lstat(target)).isFile())
      return { name, refused: { severity: 'note', reason: 'skipped: a link, but not to a file' } };
    return { name, refused: null };
  } catch (cause) {
    return {
      name,
      refused: {
        severity: 'error',
        reason: `left out: the link leads nowhere (${reasonOf(cause)})`,
      },
    };
  }
}

function isInside(base: string, target: string): boolean {
  const relative = path.relative(base, target);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
