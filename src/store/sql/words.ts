import { createHash } from 'node:crypto';

/**
 * Words of people and of files as they are stored: as JSON, since PostgreSQL's text holds no NUL, and neither database
 * keeps half a surrogate pair.
 */
export function encodeWords(words: string): string {
  return JSON.stringify(words);
}

export function decodeWords(stored: string): string {
  const words: unknown = JSON.parse(stored);
  if (typeof words !== 'string') throw new TypeError('expected words stored as a JSON string');
  return words;
}

/** Stands for a text of any length in an index. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
