import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../corpus/article/article.js';
import { decodeText } from '../../corpus/folder/read-text.js';
import {
  type FollowedSource,
  parseSourcesYml,
  SOURCES_YML,
  type SourceStatus,
  type SourcesYml,
  unusable,
} from '../../corpus/metadata/sources-yml.js';
import { readState, type SourceState } from './state-file.js';

/** A source with how it stands with it. */
export interface Followed {
  readonly source: FollowedSource;
  /** When it is tried next, at once where it is new or its entry was changed; `null` for one that is gone for good. */
  readonly nextTry: Date | null;
  /** `null` before it was tried with this entry. */
  readonly state: SourceState | null;
}

/** What sources.yml in the archive in `dir` says now; nothing where there is none. */
export async function readSources(dir: string): Promise<SourcesYml> {
  const bytes = await readFile(path.join(dir, SOURCES_YML)).catch(() => null);
  const decoded = bytes === null ? { text: '' } : decodeText(bytes);
  return 'reason' in decoded ? unusable(decoded.reason) : parseSourcesYml(decoded.text);
}

/** What is followed in the archive in `dir`, in the order of sources.yml. */
export async function readFollowed(dir: string, now: Date): Promise<readonly Followed[]> {
  const { sources } = await readSources(dir);
  const states = sources.length === 0 ? {} : await readState(dir);
  return sources.map((source) => {
    const known = states[source.name];
    const state = known?.entry === entryOf(source) ? known : null;
    return { source, state, nextTry: state === null ? now : state.nextTry };
  });
}

/** How it stands with what is followed, in the order of sources.yml, whichever process looks at it. */
export async function listSources(dir: string, now: Date): Promise<readonly SourceStatus[]> {
  const followed = await readFollowed(dir, now);
  return followed.map(({ source: { name }, state, nextTry }) => ({
    name,
    lastSuccess: state?.lastSuccess ?? null,
    nextTry,
    error: state?.error ?? null,
  }));
}

/** Stands for what sources.yml says of a source; another one when that is changed. */
export function entryOf(source: FollowedSource): string {
  return sha256(JSON.stringify(source)).slice(0, 16);
}
