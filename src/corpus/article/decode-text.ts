/** Why a file's bytes are no text; `reason` is written for the person who put the file there. */
export interface Undecodable {
  readonly reason: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The bytes as text, every code unit kept: a byte-order mark stays at offset 0, so that offsets agree
 * with `readFileSync(file, 'utf8')`.
 */
export function decodeText(bytes: Uint8Array): string | Undecodable {
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
