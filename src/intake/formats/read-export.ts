import type { Readable } from 'node:stream';
import { isObject } from '../../corpus/metadata/parse-yaml.js';
import { createDecoder, statedEncoding, UndecodableError } from '../../corpus/folder/encoding.js';
import { readAtomEntry, readFeedTitle, readRssItem } from './feed.js';
import { type Item, type NoStory, plainLine, textAt } from '../items/item.js';
import { readNewsItem } from './newsml.js';
import { readNitf } from './nitf.js';
import { type JsonPart, LIST_KEYS, splitJson, splitLines } from '../items/split-json.js';
import { ExportError, splitXml } from '../items/split-xml.js';
import { readStoryObject } from './story-object.js';
import { readWxrAuthors, readWxrItem } from './wordpress.js';

const TOO_LONG: NoStory = { none: 'longer than 5 MB' };

/** By the root element: which elements are items, and how one is read. */
const XML: Readonly<
  Record<string, { items: readonly string[]; read: (xml: string) => Item | NoStory }>
> = {
  rss: { items: ['item'], read: readRssItem },
  RDF: { items: ['item'], read: readRssItem },
  feed: { items: ['entry', 'deleted-entry'], read: readAtomEntry },
  newsMessage: {
    items: ['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem'],
    read: readNewsItem,
  },
  newsItem: { items: ['newsItem'], read: readNewsItem },
  nitf: { items: ['nitf'], read: readNitf },
};

/**
 * The items of an export as they are read, one at a time.
 * @throws ExportError when it is none, or cannot be read on
 */
export async function* readExport(
  kind: ExportKind,
  stream: Readable,
): AsyncGenerator<Item | NoStory> {
  const chunks = decoded(stream);
  if (kind === 'xml') yield* readXml(chunks);
  else if (kind === 'json') yield* readJson(splitJson(chunks));
  else yield* readJson(kind === 'lines' ? splitLines(chunks) : whole(chunks));
}

async function* whole(chunks: AsyncIterable<string>): AsyncGenerator<JsonPart> {
  let json = '';
  for await (const chunk of chunks) json += chunk;
  yield { kind: 'item', json };
}

async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<Item | NoStory> {
  let outlet: string | undefined;
  let root = '';
  let readWxr: ((xml: string) => Item | NoStory) | undefined;
  const parts = splitXml(chunks, (name) => {
    root = name;
    return Object.hasOwn(XML, name) ? (XML[name]?.items ?? null) : null;
  });
  for await (const { kind, xml } of parts) {
    if (kind === 'too long') yield TOO_LONG;
    else if (kind === 'head') {
      outlet = readFeedTitle(xml);
      if (/<wp:wxr_version>/.test(xml)) {
        const authors = readWxrAuthors(xml);
        readWxr = (item) => readWxrItem(item, authors);
      }
    } else {
      const read = readWxr ?? XML[root]?.read;
      yield withOutlet(
        attempt(() => read?.(xml) ?? null),
        outlet,
      );
    }
  }
}

async function* readJson(parts: AsyncIterable<JsonPart>): AsyncGenerator<Item | NoStory> {
  let outlet: string | undefined;
  for await (const { kind, json } of parts) {
    if (kind === 'too long') yield TOO_LONG;
    else if (kind === 'head') outlet = feedTitleIn(json);
    else
      yield withOutlet(
        attempt(() => readStoryObject(JSON.parse(json.replace(/^\uFEFF/, '')))),
        outlet,
      );
  }
}

/** What cannot be read costs itself and nothing else. */
function attempt(read: () => Item | NoStory | null): Item | NoStory {
  try {
    return read() ?? { none: 'not a story in a form that is known here' };
  } catch (error) {
    return { none: error instanceof SyntaxError ? 'not readable as JSON' : 'not well formed' };
  }
}

function withOutlet(item: Item | NoStory, outlet: string | undefined): Item | NoStory {
  return 'none' in item || item.outlet !== undefined ? item : { ...item, outlet };
}

/** JSON Feed names itself before its items. */
function feedTitleIn(json: string): string | undefined {
  try {
    const head: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    return /jsonfeed\.org/.test(textAt(head, 'version') ?? '')
      ? plainLine(textAt(head, 'title'))
      : undefined;
  } catch {
    return undefined;
  }
}

async function* decoded(stream: Readable): AsyncGenerator<string> {
  let decoder: ReturnType<typeof createDecoder> | undefined;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      decoder ??= createDecoder(statedEncoding(chunk)?.name ?? 'utf-8');
      const text = decoder.write(chunk);
      if (text !== '') yield text;
    }
    yield decoder?.end() ?? '';
  } catch (error) {
    if (error instanceof UndecodableError)
      throw new ExportError(`its letters are ${error.message}`, { cause: error });
    throw error;
  }
}

/** How an export is read: its items in XML, in a JSON list, in lines of JSON, or one JSON object that is a story. */
export type ExportKind = 'xml' | 'json' | 'lines' | 'one';

const KINDS: Readonly<Record<string, ExportKind | 'docx'>> = {
  xml: 'xml',
  rss: 'xml',
  atom: 'xml',
  rdf: 'xml',
  nitf: 'xml',
  newsml: 'xml',
  jsonl: 'lines',
  ndjson: 'lines',
  docx: 'docx',
};

/**
 * What a file is by its name, and a `.json` by what is in it; `null` for an article as the archive reads it.
 * @param text all of a `.json`, or its beginning where it is larger than an article
 */
export function exportKind(
  name: string,
  text: string,
  isWhole: boolean,
): ExportKind | 'docx' | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending !== 'json') return Object.hasOwn(KINDS, ending) ? (KINDS[ending] ?? null) : null;
  const json = text.replace(/^\uFEFF/, '').trimStart();
  if (json.startsWith('[') || !isWhole) return 'json';
  try {
    const value: unknown = JSON.parse(json);
    if (!isObject(value)) return null;
    if (typeof value['body'] === 'string' && value['uri'] === undefined) return null;
    const story = readStoryObject(value);
    if (story !== null && !('none' in story)) return 'one';
    return LIST_KEYS.some((key) => Array.isArray(value[key])) ? 'json' : null;
  } catch {
    return null;
  }
}
