import { constants, type BigIntStats, type Dirent } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** An entry that may be an article. `refused` says why it must not be read. */
export interface FolderEntry {
  /** Path inside the folder, with forward slashes. */
  readonly name: string;
  readonly refused: { readonly severity: 'error' | 'note'; readonly reason: string } | null;
  /** Another one whenever the file was written or replaced since; says nothing else. */
  readonly stamp: string;
  /** When the file was last written, where the file system tells: when it came, and never a date of publication. */
  readonly writtenAt?: Date;
}

/** The file system edge: where articles come from. Names are paths inside the folder. */
export interface ArticleFolder {
  /** Every file below the folder, subfolders too, sorted by name. Dotfiles are not looked at. */
  list(): Promise<FolderEntry[]>;
  /** One file as it is now; `null` when there is none of that name. */
  look(name: string): Promise<FolderEntry | null>;
  /**
   * The bytes of one file; reads `limit` + 1 bytes at most, so that a caller can tell that it is larger.
   * @throws the file system's error when it cannot be read; an error too when it is written to meanwhile
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

  /** Where the folder really is, as of the last look at it. */
  let known: Promise<string> | null = null;

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
      known = root();
      const base = await known;
      await walk(base, '', found).catch((cause: unknown) => {
        throw cannotOpen(cause);
      });
      return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },

    async look(name) {
      const base = await (known ??= root());
      const entry = await lstat(path.join(base, name)).catch(() => null);
      return entry === null ? null : lookAt(base, name, entry);
    },

    async read(name, limit) {
      const base = await (known ??= root());
      for (let tries = 1; ; tries += 1) {
        const bytes = await readWhole(base, name, limit);
        if (bytes !== null) return bytes;
        if (tries === TRIES) throw new Error('it was written to while it was read; try again');
      }
    },
  };
}

/** A file that is replaced while it is read is read anew; one that is still written to after these is left for later. */
const TRIES = 3;

/** The bytes of one file, at most `limit` + 1; `null` when it changed while it was read. */
async function readWhole(base: string, name: string, limit: number): Promise<Uint8Array | null> {
  const target = await realpath(path.join(base, name));
  if (!isInside(base, target)) throw new Error('the link leaves the folder');
  const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) throw new Error('not a regular file');
    const expected = Number(before.size);
    const bytes = Buffer.alloc(Math.min(expected, limit) + 1);
    let total = 0;
    while (total < bytes.length) {
      const { bytesRead } = await handle.read(bytes, total, bytes.length - total, null);
      if (bytesRead === 0) break;
      total += bytesRead;
    }
    const after = await handle.stat({ bigint: true });
    const changed = stampOf(after) !== stampOf(before);
    return changed || (expected <= limit && total !== expected) ? null : bytes.subarray(0, total);
  } finally {
    await handle.close();
  }
}

/** Files looked at together; more would only wait for one another in the file system's own queue. */
const AT_ONCE = 32;

async function walk(base: string, folder: string, found: FolderEntry[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(path.join(base, folder), { withFileTypes: true });
  } catch (cause) {
    if (folder === '') throw cause;
    found.push(refuse(folder, 'error', `the folder cannot be read (${reasonOf(cause)})`));
    return;
  }
  const files: Dirent[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await walk(base, nameIn(folder, entry), found);
    else files.push(entry);
  }
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const looked = await Promise.all(
      some.map((entry) => lookAt(base, nameIn(folder, entry), entry)),
    );
    found.push(...looked.filter((entry) => entry !== null));
  }
}

function nameIn(folder: string, { name }: Dirent): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** `null` for a file that is gone by now. */
async function lookAt(
  base: string,
  name: string,
  entry: Pick<Dirent, 'isFile' | 'isSymbolicLink'>,
): Promise<FolderEntry | null> {
  if (entry.isSymbolicLink()) return followLink(base, name);
  if (!entry.isFile()) return refuse(name, 'note', 'skipped: not a regular file');
  try {
    const stats = await stat(path.join(base, name), { bigint: true });
    return { name, refused: null, stamp: stampOf(stats), writtenAt: stats.mtime };
  } catch {
    return null;
  }
}

/** A link is followed to a file inside the folder; a link to a folder would read its files twice. */
async function followLink(base: string, name: string): Promise<FolderEntry> {
  try {
    const target = await realpath(path.join(base, name));
    if (!isInside(base, target))
      return refuse(name, 'error', 'left out: the link leaves the folder');
    const stats = await stat(target, { bigint: true });
    if (!stats.isFile()) return refuse(name, 'note', 'skipped: a link, but not to a file');
    return { name, refused: null, stamp: stampOf(stats), writtenAt: stats.mtime };
  } catch (cause) {
    return refuse(name, 'error', `left out: the link leads nowhere (${reasonOf(cause)})`);
  }
}

function refuse(name: string, severity: 'error' | 'note', reason: string): FolderEntry {
  return { name, refused: { severity, reason }, stamp: '' };
}

/** The time of change catches a write that leaves size and time of writing as they were. */
function stampOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
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
