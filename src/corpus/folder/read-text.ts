import type { ArticleFolder } from './article-folder.js';
import { decodeText } from '../article/decode-text.js';

/** A larger file is no article but a mistake, and would cost every question time. */
export const MAX_ARTICLE_BYTES = 5_000_000;

/** A file's bytes and text, or the reason why there is no text. */
export type ReadText =
  | { readonly text: string; readonly bytes: Uint8Array }
  | { readonly reason: string; readonly bytes?: Uint8Array };

/** The decoded text of one file as it stands in the folder now, or why it cannot be read. */
export async function readText(folder: ArticleFolder, name: string): Promise<ReadText> {
  let bytes;
  try {
    bytes = await folder.read(name, MAX_ARTICLE_BYTES);
  } catch (cause) {
    return {
      reason: `it cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
    };
  }
  if (bytes.length > MAX_ARTICLE_BYTES)
    return { reason: 'larger than 5 MB; split it or take it out', bytes };
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { ...text, bytes };
  if (text.trim() === '') return { reason: 'empty' };
  return { text, bytes };
}
