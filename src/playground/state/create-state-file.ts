import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from '../json.js';
import { isWorkspaceState } from './is-workspace-state.js';
import type { WorkspaceState } from './workspace-state.js';

/** The file that keeps a workspace is not one: it names the file and leaves it as it is. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
  readonly code = 'state_file_damaged';
}

/** Keeps a workspace in a file. */
export interface StateFile {
  /** The workspace, or null where there is no such file yet. Throws `StateFileError` if it is damaged. */
  load(): Promise<WorkspaceState | null>;
  /** Writes beside the file and renames, so that a crash leaves the old one or the new one. */
  save(state: WorkspaceState): Promise<void>;
}

export function createStateFile(path: string): StateFile {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (text === null) return null;
      const state = parseJson(text);
      if (isWorkspaceState(state)) return state;
      throw new StateFileError(
        `${path} is not a kept playground. Move it away, or give another file to --state.`,
      );
    },
    save(state) {
      const text = JSON.stringify(state);
      const write = async (): Promise<void> => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
      };
      const saved = last.then(write);
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}
