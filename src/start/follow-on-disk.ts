import type { ArchiveNews, Following } from '../answer/archive/archive.js';
import type { Clock } from '../clock.js';
import { createFolderWatch } from '../corpus/folder/watch-folder.js';

/** What it takes to follow a folder on disk. */
export function followingOnDisk(
  corpusDir: string,
  clock: Pick<Clock, 'sleep'>,
  told: (news: ArchiveNews) => void = () => {},
): Following {
  return {
    watch: createFolderWatch(corpusDir),
    pause: (ms, signal) => clock.sleep(ms, signal).catch(() => {}),
    told,
  };
}
