import { fileURLToPath } from 'node:url';
import { openArchive, type Archive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';

/** The five articles that come with the program. */
export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

export function openSeeds(): Promise<Archive> {
  return openArchive({ folder: openFolder(SEEDS), now: () => new Date('2025-06-01T12:00:00Z') });
}
