import { watch } from 'chokidar';
import { statfs } from 'node:fs/promises';

/** Who is told of a folder: that something in it may have changed, or why it cannot be watched. */
export interface FolderListener {
  readonly changed: () => void;
  readonly failed: (reason: string) => void;
}

/** The edge to whatever tells of changes in a folder; it may tell too often, and may miss some. */
export type WatchFolder = (listener: FolderListener) => { close(): Promise<void> };

/** Disks of other machines, by the number that Linux gives their kind: changes made over there are not told here. */
const REMOTE = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9p'],
]);

/** Watches a folder on disk, subfolders too. */
export function createFolderWatch(dir: string): WatchFolder {
  return ({ changed, failed }) => {
    // Every change is looked into anyway, so the watcher's own waiting and sorting is left off.
    const watcher = watch(dir, {
      persistent: false,
      ignoreInitial: true,
      followSymlinks: false,
      atomic: false,
      ignored: (file) => /(?:^|[\\/])\.[^\\/.][^\\/]*$/.test(file.slice(dir.length)),
    });
    watcher.on('all', changed);
    // What came while it was still getting to know the folder was not told.
    watcher.on('ready', changed);
    watcher.on('error', (cause) => {
      failed(cause instanceof Error ? cause.message : String(cause));
    });
    statfs(dir).then(
      ({ type }) => {
        const kind = REMOTE.get(type >>> 0);
        if (kind !== undefined) failed(`it is a disk of another machine (${kind})`);
      },
      // That the folder is gone shows when it is read.
      () => {},
    );
    return { close: () => watcher.close() };
  };
}
