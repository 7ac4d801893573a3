import type { ArticleFolder } from '../corpus/folder/article-folder.js';
import { decodeText, MAX_METADATA_BYTES } from '../corpus/folder/read-text.js';
import { ARTICLES_YML } from '../corpus/metadata/articles-yml.js';
import { isObject, parseYaml } from '../corpus/metadata/parse-yaml.js';
import type { Entry } from './protocol.js';

/** articles.yml as it stands on disk, its entries right or wrong. */
export interface WrittenEntries {
  /** `null` when there is none. */
  readonly bytes: Uint8Array | null;
  readonly source: string | null;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Why the file as a whole cannot be read; `null` when it can. */
  readonly broken: string | null;
}

const NONE: WrittenEntries = { bytes: null, source: null, entries: new Map(), broken: null };

const GONE = 'it is gone, and with it every other entry';

/** Reads articles.yml, and takes it apart again only when its bytes are others. */
export function createEntriesReader(folder: ArticleFolder): {
  read(): Promise<WrittenEntries>;
  /** Spares taking apart what was just written: a large file takes a second. */
  wrote(written: WrittenEntries): void;
} {
  let last = NONE;
  async function read(): Promise<WrittenEntries> {
    const there = await folder.look(ARTICLES_YML);
    // A new file with one entry would end the embargoes of the one that was there.
    if (there === null && last !== NONE) return { ...NONE, broken: GONE };
    if (there === null) return NONE;
    if (there.refused !== null) return { ...NONE, broken: there.refused.reason };
    const bytes = await folder.read(ARTICLES_YML, MAX_METADATA_BYTES);
    if (last.bytes !== null && Buffer.compare(bytes, last.bytes) === 0) return last;
    return (last = takeApart(bytes));
  }
  return {
    read,
    wrote(written) {
      last = written;
    },
  };
}

function takeApart(bytes: Uint8Array): WrittenEntries {
  const none = { bytes, source: null, entries: new Map<string, Entry>() };
  if (bytes.length > MAX_METADATA_BYTES)
    return { ...none, broken: `larger than ${MAX_METADATA_BYTES / 1e6} MB` };
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return { ...none, broken: decoded.reason };
  const source = decoded.text;
  const { value, errors } = parseYaml(source);
  if (errors.length > 0) return { ...none, broken: errors.join('; ') };
  const articles = isObject(value) && isObject(value['articles']) ? value['articles'] : {};
  const entries = Object.entries(articles).map(
    ([name, entry]) => [name, isObject(entry) ? entry : {}] as const,
  );
  return { bytes, source, entries: new Map(entries), broken: null };
}

/** The name by which articles.yml has a file, which may spell an accent in another way; `null` where it has none. */
export function nameInEntries({ entries }: WrittenEntries, file: string): string | null {
  if (entries.has(file)) return file;
  const wanted = file.normalize('NFC');
  return [...entries.keys()].find((name) => name.normalize('NFC') === wanted) ?? null;
}
