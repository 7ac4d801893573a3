import type { ArticleFolder, FolderEntry } from './article-folder.js';

/** A folder as it stood still. */
export interface SettledFolder {
  /** Sorted by name; a file in `moving` as it was before the first look, where it was there. */
  readonly entries: readonly FolderEntry[];
  /** Files that changed between the two looks: somebody is still writing. */
  readonly moving: ReadonlySet<string>;
}

/**
 * Looks at a folder, and once more at whatever is not as it is `known`, with `settle` between the two looks; `null`
 * when nothing has changed.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function lookTwice(
  folder: ArticleFolder,
  known: ReadonlyMap<string, FolderEntry>,
  settle: () => Promise<void>,
): Promise<SettledFolder | null> {
  const first = await folder.list();
  const entries = new Map(first.map((entry) => [entry.name, entry]));
  const fresh = first.filter((entry) => !isSame(entry, known.get(entry.name)));
  const missing = [...known.keys()].filter((name) => !entries.has(name));
  if (fresh.length === 0 && missing.length === 0) return null;
  await settle();
  // Whatever changes between the two looks changes again what is known, and is seen the next time.
  const moving = new Set<string>();
  for (const name of [...fresh.map((entry) => entry.name), ...missing]) {
    const before = entries.get(name);
    const now = await folder.look(name);
    if (before?.stamp === now?.stamp) continue;
    moving.add(name);
    // Taken away or put back only now: an editor may be about to put a new file in its place.
    const kept = before ?? known.get(name);
    if (kept) entries.set(name, kept);
  }
  return { entries: [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), moving };
}

function isSame({ stamp, refused }: FolderEntry, known: FolderEntry | undefined): boolean {
  return known?.stamp === stamp && known.refused?.reason === refused?.reason;
}
