import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from '../../local-http.js';
import { workspaceStateSchema, type WorkspaceState } from './workspace-state.js';

/** The file that keeps a workspace holds none, and is left as it is; or it cannot be read or written. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';

  constructor(
    message: string,
    readonly code: 'state_file_damaged' | 'state_file_unusable',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Keeps a workspace in a file. */
export function createStateFile(path: string) {
  let last: Promise<unknown> = Promise.resolve();
  const unusable = (how: string, cause: NodeJS.ErrnoException): StateFileError =>
    new StateFileError(
      `${path} cannot be ${how} (${cause.code ?? cause.message}). Give another file to --state.`,
      'state_file_unusable',
      { cause },
    );
  return {
    /** The workspace, or null where there is no such file yet. Throws `StateFileError` if it is damaged. */
    async load(): Promise<WorkspaceState | null> {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw unusable('read', error);
      });
      if (text === null) return null;
      const state = workspaceStateSchema.safeParse(parseJson(text));
      if (state.success) return state.data;
      throw new StateFileError(
        `${path} is not a kept playground. Move it away, or give another file to --state.`,
        'state_file_damaged',
      );
    },
    /**
     * Writes beside the file and renames, so that a crash leaves the old one or the new one. It holds tokens and what
     * people said, so nobody but its owner may read it.
     * @throws StateFileError where it cannot be written
     */
    save(state: WorkspaceState): Promise<void> {
      const text = JSON.stringify(state);
      const write = async (): Promise<void> => {
        await mkdir(dirname(path), { recursive: true });
        await rm(`${path}.new`, { force: true });
        await writeFile(`${path}.new`, text, { mode: 0o600 });
        await rename(`${path}.new`, path);
      };
      const saved = last.then(write).catch((error: NodeJS.ErrnoException) => {
        throw unusable('written', error);
      });
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}
