import iconv from 'iconv-lite';

/** How the letters of a file are written, and what says so. */
export interface Encoding {
  /** A name that the decoder knows, in lower case. */
  readonly name: string;
  readonly saidBy: 'its first bytes' | 'its own declaration';
}

/** How far into a file a declaration is looked for; HTML's own rule. */
const HEAD_BYTES = 1024;
const DECLARED =
  /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']|<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * The encoding that a byte-order mark, an XML declaration or an HTML `meta` states, UTF-8 among them; `null` where
 * nothing does.
 */
export function statedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', saidBy: 'its first bytes' };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', saidBy: 'its first bytes' };
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { name: 'utf-8', saidBy: 'its first bytes' };
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const [, ofXml, ofHtml] = DECLARED.exec(head) ?? [];
  const declared = (ofXml ?? ofHtml)?.toLowerCase();
  if (declared === undefined) return null;
  // What can be read as single bytes is not UTF-16, whatever it says.
  const name = /^utf-?(?:8|16)/.test(declared) ? 'utf-8' : (ALSO_CALLED[declared] ?? declared);
  return { name, saidBy: 'its own declaration' };
}

/** As browsers read them: what calls itself Latin-1 or ASCII is Windows-1252. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
};

/** Decodes a file piece by piece; each call gives what is complete so far. */
export interface Decoder {
  /** @throws UndecodableError at the first byte that does not fit */
  write(bytes: Uint8Array): string;
  /** @throws UndecodableError when the file ends within a letter */
  end(): string;
}

/** Thrown for bytes that are none of the encoding's. */
export class UndecodableError extends Error {
  override readonly name = 'UndecodableError';
  readonly code = 'undecodable';
}

/**
 * Every code unit is kept, a byte-order mark too. Node's own decoder is not used for other letters: that of Node 20 reads
 * Windows-1252 as Latin-1.
 * @throws UndecodableError for an encoding that is not known
 */
export function createDecoder(name: string): Decoder {
  const wrong = (cause?: unknown): UndecodableError =>
    new UndecodableError(`not ${name.toUpperCase()}`, { cause });
  if (name.startsWith('utf-')) {
    const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
    const decode = (bytes: Uint8Array | undefined, stream: boolean): string => {
      try {
        return decoder.decode(bytes, { stream });
      } catch (cause) {
        throw wrong(cause);
      }
    };
    return { write: (bytes) => decode(bytes, true), end: () => decode(undefined, false) };
  }
  const isKnown: boolean = iconv.encodingExists(name);
  if (!isKnown) throw new UndecodableError(`in an encoding not known here, ${name}`);
  const decoder = iconv.getDecoder(name, { stripBOM: false });
  const checked = (text: string): string => {
    if (text.includes('\uFFFD')) throw wrong();
    return text;
  };
  return {
    write: (bytes) => checked(decoder.write(Buffer.from(bytes))),
    end: () => checked(decoder.end() ?? ''),
  };
}
