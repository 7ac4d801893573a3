import { setTimeout as sleep } from 'node:timers/promises';
import type { ArchiveNews, Following } from './answer/archive.js';
import { createFolderWatch } from './corpus/watch-folder.js';

/** What it takes to follow a folder on disk. Waiting for changes is no reason for the process to live on. */
export function followingOnDisk(
  corpusDir: string,
  told: (news: ArchiveNews) => void = () => {},
): Following {
  return {
    watch: createFolderWatch(corpusDir),
    pause: (ms, signal) =>
      sleep(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => {}),
    told,
  };
}
