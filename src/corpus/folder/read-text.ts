import type { ArticleFolder } from './article-folder.js';

/** A larger file is no article but a mistake, and would cost every question time. */
export const MAX_ARTICLE_BYTES = 5_000_000;
/** What is known of some 150,000 articles. */
export const MAX_METADATA_BYTES = 20_000_000;

/** A file's bytes and text, or the reason why there is no text. */
export type ReadText =
  | { readonly text: string; readonly bytes: Uint8Array }
  | { readonly reason: string; readonly bytes?: Uint8Array };

/** The decoded text of one file as it stands in the folder now, or why it cannot be read. */
export async function readText(
  folder: ArticleFolder,
  name: string,
  limit = MAX_ARTICLE_BYTES,
): Promise<ReadText> {
  let bytes;
  try {
    bytes = await folder.read(name, limit);
  } catch (cause) {
    return {
      reason: `it cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
    };
  }
  if (bytes.length > limit)
    return { reason: `larger than ${limit / 1e6} MB; split it or take it out`, bytes };
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { ...text, bytes };
  if (text.trim() === '') return { reason: 'empty' };
  return { text, bytes };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The bytes as text, or for whoever put the file there why they are none. Every code unit is kept: a byte-order mark stays at offset 0, so that offsets agree
 * with `readFileSync(file, 'utf8')`.
 */
export function decodeText(bytes: Uint8Array): string | { readonly reason: string } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { reason: 'not UTF-8 but UTF-16; save it as UTF-8' };
  if (bytes.includes(0))
    return { reason: 'not text: it holds zero bytes, as pictures and documents do' };
  try {
    return decoder.decode(bytes);
  } catch {
    return { reason: 'not UTF-8 (Latin-1 or Windows-1252, perhaps); save it as UTF-8' };
  }
}
