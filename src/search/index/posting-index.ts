import MiniSearch from 'minisearch';
import type { Lexicon } from './lexicon.js';
import type { Postings } from './postings.js';

/** The one field that is searched. */
const FIELD = 'words';
const FIELD_NUMBER = 0;

/**
 * MiniSearch, searching and scoring as it does, over postings in typed arrays instead of maps of maps: the index takes
 * a fifth of the memory, is built by counting instead of adding document by document, and can be read from a file.
 * The id of a document is the passage's number. Nothing can be added to it.
 */
export class PostingIndex extends MiniSearch<{ id: number }> {
  constructor(postings: Postings, lexicon: Lexicon) {
    super({
      fields: [FIELD],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      autoVacuum: false,
    });
    const { lengths, passages } = postings;
    // MiniSearch marks so what is open to classes made from it.
    /* oxlint-disable no-underscore-dangle */
    this._index.get = (term) => lookUp(term, postings, lexicon);
    this._documentCount = lengths.length;
    this._documentIds = new Numbers(lengths.length);
    this._fieldLength = new Lengths(lengths);
    this._avgFieldLength = [passages.length / lengths.length || 1];
    /* oxlint-enable no-underscore-dangle */
  }
}

/** What MiniSearch holds of a term: by field, the passages. */
function lookUp(
  term: string,
  { starts, passages, counts }: Postings,
  lexicon: Lexicon,
): Map<number, Map<number, number>> | undefined {
  const number = lexicon.termNumberOf(term) ?? starts.length;
  const start = starts[number] ?? 0;
  const end = starts[number + 1] ?? start;
  if (start === end) return undefined;
  const list = new PostingList(passages.subarray(start, end), counts.subarray(start, end));
  return new Map([[FIELD_NUMBER, list]]);
}

/** The passages that hold one term, each with how often. MiniSearch walks over the keys and gets each in turn. */
class PostingList extends Map<number, number> {
  readonly #passages: Uint32Array;
  readonly #counts: Uint16Array;
  #at = 0;

  constructor(passages: Uint32Array, counts: Uint16Array) {
    super();
    this.#passages = passages;
    this.#counts = counts;
  }

  override get size(): number {
    return this.#passages.length;
  }

  override keys(): MapIterator<number> {
    return this.#passages.values();
  }

  override get(passage: number): number | undefined {
    if ((this.#passages[this.#at] ?? Infinity) > passage) this.#at = 0;
    while ((this.#passages[this.#at] ?? Infinity) < passage) this.#at += 1;
    return this.#passages[this.#at] === passage ? this.#counts[this.#at] : undefined;
  }
}

/** The documents: each number below the size is one, and its own id. */
class Numbers extends Map<number, number> {
  readonly #size: number;

  constructor(size: number) {
    super();
    this.#size = size;
  }

  override has(number: number): boolean {
    return number < this.#size;
  }

  override get(number: number): number {
    return number;
  }
}

/** The lengths of the documents' only field. */
class Lengths extends Map<number, number[]> {
  readonly #lengths: Uint32Array;
  /** The same one each time: MiniSearch looks into it at once and asks a million times. */
  readonly #length = [0];

  constructor(lengths: Uint32Array) {
    super();
    this.#lengths = lengths;
  }

  override get(number: number): number[] {
    this.#length[FIELD_NUMBER] = this.#lengths[number] ?? 0;
    return this.#length;
  }
}
