import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../corpus/article/article.js';
import { decodeText } from '../../corpus/folder/read-text.js';
import {
  type FollowedSource,
  parseSourcesYml,
  SOURCES_YML,
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

/** What is followed in the archive in `dir`, in the order of sources.yml; nothing without that file. */
export async function readFollowed(dir: string, now: Date): Promise<readonly Followed[]> {
  const bytes = await readFile(path.join(dir, SOURCES_YML)).catch(() => null);
  const decoded = bytes === null ? { text: '' } : decodeText(bytes);
  const { sources } = parseSourcesYml('reason' in decoded ? '' : decoded.text);
  const states = sources.length === 0 ? {} : await readState(dir);
  return sources.map((source) => {
    const known = states[source.name];
    const state = known?.entry === entryOf(source) ? known : null;
    return { source, state, nextTry: state === null ? now : state.nextTry };
  });
}

/** Stands for what sources.yml says of a source; another one when that is changed. */
export function entryOf(source: FollowedSource): string {
  return sha256(JSON.stringify(source)).slice(0, 16);
}
