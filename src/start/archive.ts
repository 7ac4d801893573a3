import {
  openArchive,
  type Archive,
  type ArchiveNews,
  type Progress,
} from '../answer/archive/archive.js';
import { archiveLine } from '../requests/freshness.js';
import type { Clock } from '../clock.js';
import { openFolder } from '../corpus/folder/article-folder.js';
import type { CacheFile } from '../corpus/folder/cache-file.js';
import { createFolderWatch } from '../corpus/folder/watch-folder.js';
import type { Fault } from '../corpus/fault.js';
import type { Log } from '../log.js';
import { readAhead } from '../quotes/check/read-ahead.js';

/** What helps with reading a large archive. */
export interface ReadingNeeds {
  readonly cache?: CacheFile | undefined;
  readonly progress?: Progress | undefined;
}

/**
 * Opens a folder of articles and follows it as it changes; what happens to it goes to the log, where there is one.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function openFollowedArchive(
  needs: {
    readonly corpusDir: string;
    readonly clock: Clock;
    readonly log?: Log | undefined;
  } & ReadingNeeds,
): Promise<Archive> {
  const { corpusDir, clock, log, cache, progress } = needs;
  const archive = await openArchive({
    folder: openFolder(corpusDir),
    now: clock.now,
    follow: {
      watch: createFolderWatch(corpusDir),
      pause: (ms, signal) => clock.sleep(ms, signal).catch(() => {}),
    },
    onNews: log && ((news) => logNews(log, news)),
    cache,
    progress,
    ahead: readAhead,
  });
  if (log) {
    logFaults(log, archive.faults);
    log.info({}, archiveLine(archive.freshness()));
  }
  return archive;
}

const LEVELS = { error: 'error', warning: 'warn', note: 'info' } as const;

/** One line for each file or piece of metadata that could not be used as it is. */
function logFaults(log: Log, faults: readonly Fault[]): void {
  for (const { severity, ...fault } of faults) log[LEVELS[severity]](fault, 'archive');
}

/** What happens to the archive's folder while the bot runs. Files are counted, not named: some may be under embargo. */
function logNews(log: Log, news: ArchiveNews): void {
  if (news.kind === 'read') {
    const { arrived, changed, removed } = news.changes;
    const counts = { arrived: arrived.length, changed: changed.length, removed: removed.length };
    log.info(counts, 'archive: changes were taken up');
    logFaults(log, news.faults);
    return;
  }
  const [level, message] = SAID[news.kind];
  const why =
    'error' in news ? { err: news.error } : 'reason' in news ? { reason: news.reason } : {};
  log[level](why, `archive: ${message}`);
}

const SAID = {
  polling: ['warn', 'the folder cannot be watched; it is looked at every second instead'],
  gone: ['error', 'the folder cannot be opened; what was read of it is shown until it is back'],
  back: ['info', 'the folder can be opened again'],
  'not cached': [
    'warn',
    'the words that were read could not be kept in data; the next start takes longer',
  ],
  failed: ['error', 'a change could not be taken up; it is tried again'],
} as const;
