import { createHash } from 'node:crypto';
import type { CitationRef, Excerpt } from './answer.js';

/** 64 bits of SHA-256: enough to tell whether the same words still stand at a place, short enough to show. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex').slice(0, 16);
}

export function refOf({
  passage,
  start,
  end,
  text,
}: Pick<Excerpt, 'passage' | 'start' | 'end' | 'text'>): CitationRef {
  return { file: passage.article.file, start, end, fingerprint: fingerprint(text) };
}
