import { createHash, type Hash } from 'node:crypto';
import type { Article } from '../../corpus/article/article.js';
import { listPassages } from '../../corpus/article/passage.js';
import { splitParagraphs } from '../../corpus/article/split-paragraphs.js';
import { Lexicon } from './lexicon.js';
import { createWordStore, type ArticleWords } from './word-store.js';

/** What was read of articles at another time. */
export interface WordCache {
  readonly lexicon: Lexicon;
  readonly words: ReadonlyMap<string, ArticleWords>;
}

/** What an article's words hang on: its bytes, how its file is read, and the title that lends its words. */
export function cacheKey({ file, sha256, title }: Article): string {
  return `${sha256} ${file.slice(file.lastIndexOf('.')).toLowerCase()} ${title ?? ''}`;
}

/** Another one whenever the form of the file changes. */
const FORM = 'clipdesk words 1';
/** The file ends with the SHA-256 of all before it. */
const HASH_BYTES = 32;
/** So much is hashed and written at a time. */
const CHUNK_BYTES = 4_000_000;

interface Header {
  readonly form: string;
  readonly rules: string;
  readonly words: number;
  readonly terms: number;
  /** Bytes of the words, and of the terms, each list joined by line ends. */
  readonly wordBytes: number;
  readonly termBytes: number;
  /** By article: its key, then how many terms, passages, words and bins it has. */
  readonly articles: readonly (readonly [string, number, number, number, number])[];
}

/**
 * The cache as bytes, in the order in which they are to be written: the header's length and the header as JSON, the
 * lexicon, then the numbers of all articles, list by list.
 */
export function* encodeWordCache({ lexicon, words }: WordCache): Generator<Uint8Array> {
  const { words: wordList, terms, termsOfWords, sorted } = lexicon.parts();
  const wordText = Buffer.from(wordList.join('\n'), 'utf8');
  const termText = Buffer.from(terms.join('\n'), 'utf8');
  const all = [...words];
  const header: Header = {
    form: FORM,
    rules: rulesTag(),
    words: wordList.length,
    terms: terms.length,
    wordBytes: wordText.length,
    termBytes: termText.length,
    articles: all.map(([key, read]) => [
      key,
      read.terms.length,
      read.ends.length,
      read.words.length,
      read.sketch.length,
    ]),
  };
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const text = Buffer.concat([json, wordText, termText]);
  const hash = createHash('sha256');
  yield* hashed(hash, Uint32Array.of(json.length, paddingOf(text.length)));
  yield* hashed(hash, Buffer.concat([text, Buffer.alloc(paddingOf(text.length))]));
  yield* hashed(hash, termsOfWords);
  yield* hashed(hash, sorted);
  for (const list of ['terms', 'ends', 'words', 'wordCounts', 'sketch'] as const)
    yield* hashed(hash, joined(all.map(([, read]) => read[list])));
  const counts = all.map(([, read]) => read.counts);
  const joinedCounts = new Uint16Array(counts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of counts) {
    joinedCounts.set(each, at);
    at += each.length;
  }
  yield* hashed(hash, joinedCounts);
  yield hash.digest();
}

/** Reads the cache; `null` when it is damaged, or of another form or of other rules for reading words. */
export function decodeWordCache(bytes: Uint8Array): WordCache | null {
  const end = bytes.length - HASH_BYTES;
  if (end < 8 || bytes.byteOffset % 4 !== 0) return null;
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest();
  if (!hash.equals(bytes.subarray(end))) return null;
  const [jsonLength = 0, padding = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + 8, end - 8);
  // Written by this program and whole, as the hash has shown.
  // oxlint-disable-next-line no-unsafe-type-assertion
  const header = JSON.parse(text.toString('utf8', 0, jsonLength)) as Header;
  if (header.form !== FORM || header.rules !== rulesTag()) return null;
  const wordsEnd = jsonLength + header.wordBytes;
  const termsEnd = wordsEnd + header.termBytes;
  let offset = bytes.byteOffset + 8 + termsEnd + padding;
  const take = (length: number): Uint32Array => {
    const list = new Uint32Array(bytes.buffer, offset, length);
    offset += length * 4;
    return list;
  };
  const lines = (list: string): string[] => (list === '' ? [] : list.split('\n'));
  const lexicon = Lexicon.from({
    words: lines(text.toString('utf8', jsonLength, wordsEnd)),
    terms: lines(text.toString('utf8', wordsEnd, termsEnd)),
    termsOfWords: take(header.words),
    sorted: take(header.words),
  });
  const { articles } = header;
  const lists = (size: (article: Header['articles'][number]) => number): Uint32Array[] =>
    articles.map((article) => take(size(article)));
  const terms = lists(([, count]) => count);
  const ends = lists(([, , passages]) => passages);
  const words = lists(([, , , different]) => different);
  const wordCounts = lists(([, , , different]) => different);
  const sketches = lists(([, , , , bins]) => bins);
  const none = new Uint32Array();
  return {
    lexicon,
    words: new Map(
      articles.map(([key, count], index) => {
        const counts = new Uint16Array(bytes.buffer, offset, count);
        offset += count * 2;
        const read: ArticleWords = {
          terms: terms[index] ?? none,
          counts,
          ends: ends[index] ?? none,
          words: words[index] ?? none,
          wordCounts: wordCounts[index] ?? none,
          sketch: sketches[index] ?? none,
        };
        return [key, read];
      }),
    ),
  };
}

function* hashed(hash: Hash, list: Uint8Array | Uint16Array | Uint32Array): Generator<Uint8Array> {
  const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    hash.update(chunk);
    yield chunk;
  }
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** Numbers of four bytes must begin at a multiple of four. */
function paddingOf(length: number): number {
  return (4 - (length % 4)) % 4;
}

/** Words of many kinds: where they are read otherwise than when the cache was written, it does not fit. */
const SAMPLE =
  'THE TALKS\nMr. Arévalo’s U.S. visit cost $1,234.56, 25% or 30 per cent of it; the United States (US) “won’t” re-negotiate.\n– Straße, Ærø, ﬁnancial, e\u0301lite, co-operation, Ciudad Juárez, 5,200 deportees, deportations, deported, 北京 Киев القاهرة.\nReporting by Ana Ruiz';

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
    entryOutdated: false,
  };
  const store = createWordStore();
  const read = store.wordsOf(article, listPassages([article]));
  const lists = Object.values(read).map((list: Uint32Array | Uint16Array) => [...list]);
  const { words, terms } = store.lexicon.parts();
  return createHash('sha256')
    .update(JSON.stringify([words, terms, lists]))
    .digest('hex');
}
