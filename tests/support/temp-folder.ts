import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface TempFolder {
  readonly dir: string;
  /** The path of a name inside the folder. */
  readonly at: (name: string) => string;
  /** Writes a file and the folders above it. */
  readonly write: (name: string, content: string | Uint8Array) => void;
}

/** A folder on disk that is gone when the test is over. */
export function tempFolder(files: Record<string, string | Uint8Array> = {}): TempFolder {
  const dir = realpathSync(mkdtempSync(path.join(tmpdir(), 'clipdesk-test-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const at = (name: string): string => path.join(dir, name);
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { dir, at, write };
}
