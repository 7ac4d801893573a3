import { lookup } from 'node:dns/promises';
import type { SourceStatus } from '../corpus/metadata/sources-yml.js';
import { listSources } from '../intake/following/followed.js';
import type { FollowNeeds } from '../intake/following/follow-sources.js';
import { type FollowOnceNeeds, runFollow } from '../intake/following/run-follow.js';
import { startFollowing } from '../intake/following/start-following.js';
import type { Log } from '../log.js';

type Needs = Pick<FollowNeeds, 'dir' | 'clock' | 'random' | 'unique'>;

const resolve: FollowNeeds['resolve'] = (host) => lookup(host, { all: true });

/** Follows the sources of an archive beside the bot until it is closed, and tells how it stands with them. */
export function follow(needs: Needs & { readonly log: Log }): {
  sources(): Promise<readonly SourceStatus[]>;
  close(): Promise<void>;
} {
  const { dir, clock } = needs;
  const following = startFollowing({ ...needs, resolve });
  return { sources: () => listSources(dir, clock.now()), close: () => following.stop() };
}

/** Runs `follow` and gives the exit code. */
export async function followOnce(
  words: readonly string[],
  needs: Needs & Pick<FollowOnceNeeds, 'stdout' | 'stderr'>,
): Promise<number> {
  // The clock's waits alone keep no process alive.
  const alive = setInterval(() => {}, 60_000);
  try {
    return await runFollow(words, { ...needs, resolve, signal: new AbortController().signal });
  } finally {
    clearInterval(alive);
  }
}
