import type { ArchiveNews, Following } from './answer/archive.js';
import type { Clock } from './clock.js';
import { createFolderWatch } from './corpus/watch-folder.js';

/** What it takes to follow a folder on disk; waiting is done on the clock that is handed in. */
export function followingOnDisk(
  corpusDir: string,
  clock: Clock,
  told: (news: ArchiveNews) => void = () => {},
): Following {
  return {
    watch: createFolderWatch(corpusDir),
    pause: (ms, signal) => clock.sleep(ms, signal).catch(() => {}),
    told,
  };
}
