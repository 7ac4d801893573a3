import type { ArticleFolder } from './article-folder.js';
import { createDecoder, statedEncoding, UndecodableError } from './encoding.js';

/** A larger file is no article but a mistake, and would cost every question time. */
export const MAX_ARTICLE_BYTES = 5_000_000;
/** What is known of some 150,000 articles. */
export const MAX_METADATA_BYTES = 20_000_000;

/** A file's bytes and text, or the reason why there is no text. */
export type ReadText =
  | (DecodedText & { readonly bytes: Uint8Array })
  | { readonly reason: string; readonly bytes?: Uint8Array };

/** `note` tells how the letters were read, where they are not in UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly note?: string;
}

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
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return { ...decoded, bytes };
  if (decoded.text.trim() === '') return { reason: 'empty' };
  return { ...decoded, bytes };
}

/**
 * The bytes as text, or for whoever put the file there why they are none. What is UTF-8 is read as that; anything else
 * only as what the file itself states, since a guess would put letters into people's mouths. Every code unit is kept: a
 * byte-order mark stays at offset 0, so that offsets agree with `readFileSync(file, 'utf8')`.
 */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly reason: string } {
  const stated = statedEncoding(bytes);
  const isWide = stated?.name.startsWith('utf-16') === true;
  if (!isWide && bytes.includes(0))
    return { reason: 'not text: it holds zero bytes, as pictures and documents do' };
  if (!isWide) {
    const text = decodeAs('utf-8', bytes);
    if (text !== null) return { text };
  }
  if (stated === null || stated.name === 'utf-8')
    return {
      reason:
        'not UTF-8, and nothing in it says what else (Latin-1 or Windows-1252, perhaps); save it as UTF-8',
    };
  const encoding = stated.name.toUpperCase();
  const text = decodeAs(stated.name, bytes);
  if (text === null)
    return {
      reason: `neither UTF-8 nor ${encoding}, which ${stated.saidBy} says; save it as UTF-8`,
    };
  return {
    text,
    note: `read as ${encoding}, by ${stated.saidBy}; offsets count in the decoded text`,
  };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = createDecoder(encoding);
    return decoder.write(bytes) + decoder.end();
  } catch (error) {
    if (error instanceof UndecodableError) return null;
    throw error;
  }
}
