import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type Article, listPassages } from '../../corpus/article/article.js';
import { splitParagraphs } from '../../corpus/article/split-paragraphs.js';
import { Lexicon, readArticleWords } from './article-words.js';
import type { KeptWords, ReadArticle } from './word-store.js';

/** Another one whenever the form of the file, or MiniSearch's own, changes. */
const FORM = 'clipdesk words 2';
/** So many articles are written at a time. */
const BATCH = 250;
/** The file ends with the SHA-256 of all before it. */
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;

interface Header {
  readonly form: string;
  readonly rules: string;
  readonly words: readonly string[];
  /** In UTF-8: V8 writes two bytes for each letter of a text that holds one rare one. */
  readonly documents: Uint8Array;
}
type Batch = readonly (readonly [key: string, read: ReadArticle])[];

/** The kept words as bytes, in the order in which they are to be written: pieces in V8's form, each after its length. */
export function* encodeWordCache({ words, documents, articles }: KeptWords): Generator<Uint8Array> {
  const hash = createHash('sha256');
  const piece = (content: Header | Batch): Uint8Array => {
    const bytes = serialize(content);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(bytes.length);
    const whole = Buffer.concat([length, bytes]);
    hash.update(whole);
    return whole;
  };
  yield piece({ form: FORM, rules: rulesTag(), words, documents: Buffer.from(documents) });
  const all = [...articles];
  for (let at = 0; at < all.length; at += BATCH) yield piece(all.slice(at, at + BATCH));
  yield hash.digest();
}

/** Reads kept words; `null` when they are damaged, or of another form or of other rules for reading words. */
export function decodeWordCache(bytes: Uint8Array): KeptWords | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = whole.length - HASH_BYTES;
  if (end < LENGTH_BYTES) return null;
  const hash = createHash('sha256').update(whole.subarray(0, end)).digest();
  if (!hash.equals(whole.subarray(end))) return null;
  // Written by this program and whole, as the hash has shown.
  /* oxlint-disable no-unsafe-type-assertion */
  const [first, ...rest] = piecesOf(whole.subarray(0, end)) as [Header, ...Batch[]];
  /* oxlint-enable no-unsafe-type-assertion */
  const { form, rules, words, documents } = first;
  if (form !== FORM || rules !== rulesTag()) return null;
  const read = rest.flat().map(([key, article]) => [key, copyOf(article)] as const);
  return { words, documents: Buffer.from(documents).toString(), articles: new Map(read) };
}

function piecesOf(bytes: Buffer): unknown[] {
  const pieces: unknown[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + LENGTH_BYTES;
    at = start + bytes.readUInt32LE(at);
    pieces.push(deserialize(bytes.subarray(start, at)));
  }
  return pieces;
}

/** What V8 reads is a window on the whole file, which would have to stay in memory. */
function copyOf({ id, words: { words, counts, ends, sketch } }: ReadArticle): ReadArticle {
  return {
    id,
    words: {
      words: words.slice(),
      counts: counts.slice(),
      ends: ends.slice(),
      sketch: sketch.slice(),
    },
  };
}

/** Words of many kinds: where they are read otherwise than when the cache was written, it does not fit. */
const SAMPLE =
  'THE TALKS\nMr. Arévalo’s U.S. visit cost $1,234.56, 25% or 30 per cent of it; the United States (US), the UN, the U.K., the EU, the AP, 40k on Nov. 27, “won’t” re-negotiate.\n– Straße, Ærø, ﬁnancial, e\u0301lite, co-operation, Ciudad Juárez, 5,200 deportees, deportations, deported, 北京 Киев القاهرة.\nReporting by Ana Ruiz';

function rulesTag(): string {
  const article: Article = {
    file: 'sample.txt',
    text: SAMPLE,
    sha256: '',
    paragraphs: splitParagraphs(SAMPLE),
    title: 'A sample',
    outlet: null,
    authors: [],
    url: null,
    published: { status: 'unknown', reasoning: null },
    wording: 'as-printed',
    problems: [],
    embargo: null,
    withdrawn: null,
    usageTerms: null,
    entryOutdated: false,
  };
  const lexicon = new Lexicon();
  const read = readArticleWords(listPassages([article]), lexicon);
  const lists = Object.values(read).map((list: Uint32Array | Uint16Array) => [...list]);
  return createHash('sha256')
    .update(JSON.stringify([lexicon.words, lexicon.terms, lists]))
    .digest('hex');
}
