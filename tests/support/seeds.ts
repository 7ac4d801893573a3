import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openArchive, type Archive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';

/** The five articles that come with the program. */
export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

export function openSeeds(): Promise<Archive> {
  return openArchive({ folder: openFolder(SEEDS), now: () => new Date('2025-06-01T12:00:00Z') });
}

/** The same as files by name, with the notes beside them. */
export function seedFiles(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(SEEDS)
      .filter((name) => /\.(?:txt|yml)$/.test(name))
      .map((name) => [name, readFileSync(path.join(SEEDS, name), 'utf8')]),
  );
}
