import { openArchive, type Archive } from '../../src/answer/archive/archive.js';
import { memoryFolder, type Files } from './memory-folder.js';

/** The moment at which tests look at an archive unless they say otherwise. */
export const NOON = new Date('2025-06-01T12:00:00Z');

export function openMemoryArchive(
  files: Files,
  now: () => Date = () => NOON,
  writtenAt: Readonly<Record<string, Date>> = {},
): Promise<Archive> {
  return openArchive({ folder: memoryFolder(files, writtenAt), now });
}
