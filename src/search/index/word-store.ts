import MiniSearch, { type Options } from 'minisearch';
import { type Article, listPassages } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { type ArticleWords, Lexicon, readArticleWords } from './article-words.js';

/** An article that was read: `id` is that of its document in MiniSearch. */
export interface ReadArticle {
  readonly id: number;
  readonly words: ArticleWords;
}

/** What was read of articles, to be kept from one start to the next. */
export interface KeptWords {
  /** All words of the lexicon, by number. */
  readonly words: readonly string[];
  /** MiniSearch's documents, as its `toJSON` gives them. */
  readonly documents: string;
  /** By `keyOf`. */
  readonly articles: ReadonlyMap<string, ReadArticle>;
}

/** What an article's words hang on: its bytes, how its file is read, and the title that lends its words. */
export function keyOf({ file, sha256, title }: Article): string {
  return `${sha256} ${file.slice(file.lastIndexOf('.')).toLowerCase()} ${title ?? ''}`;
}

interface ArticleDocument {
  readonly id: number;
  /** The article's different terms, one a line. */
  readonly terms: string;
}

const OPTIONS: Options<ArticleDocument> = {
  fields: ['terms'],
  tokenize: (terms) => terms.split('\n'),
  processTerm: (term) => term,
};

/**
 * The words of articles, each read once and found with MiniSearch, whose documents the articles are. Nothing is taken
 * out: a view of the archive looks for its own articles among those found, and stays the same while others are added.
 */
export class WordStore {
  readonly lexicon: Lexicon;
  readonly #documents: MiniSearch<ArticleDocument>;
  readonly #read = new WeakMap<Article, ReadArticle>();
  /** Of what was kept, what no article has claimed yet. */
  readonly #kept: Map<string, ReadArticle>;

  constructor(kept?: KeptWords) {
    this.lexicon = new Lexicon(kept?.words);
    this.#documents = kept ? MiniSearch.loadJSON(kept.documents, OPTIONS) : new MiniSearch(OPTIONS);
    this.#kept = new Map(kept?.articles);
  }

  /** How many articles were read, those included that are gone since. */
  get size(): number {
    return this.#documents.documentCount;
  }

  /** Reads an article's words, unless they were read before. */
  read(article: Article): ReadArticle {
    let read = this.#read.get(article);
    if (read === undefined) {
      read = this.#claim(article) ?? this.#add(article);
      this.#read.set(article, read);
    }
    return read;
  }

  /** For finding copies; empty for an article without a passage, which was not read. */
  sketchOf(article: Article): Uint32Array {
    return this.#read.get(article)?.words.sketch ?? NO_SKETCH;
  }

  /** The ids of the articles that hold one of the terms, a step for each term. */
  *find(terms: readonly string[]): Work<ReadonlySet<number>> {
    const found = new Set<number>();
    for (const term of new Set(terms)) {
      for (const { id } of this.#documents.search(term)) found.add(Number(id));
      yield;
    }
    return found;
  }

  /** The keys of those of the articles that were read. */
  keysOf(articles: readonly Article[]): string[] {
    return articles.filter((article) => this.#read.has(article)).map(keyOf);
  }

  /** What to keep of these articles. Not to be done while somebody waits: it takes a second for 10,000 of them. */
  keep(articles: readonly Article[]): KeptWords {
    const read = articles.flatMap((article): [string, ReadArticle][] => {
      const words = this.#read.get(article);
      return words ? [[keyOf(article), words]] : [];
    });
    return {
      words: this.lexicon.words,
      documents: JSON.stringify(this.#documents),
      articles: new Map(read),
    };
  }

  /** Of two files that are the same, one gets what was kept: each article has a document of its own. */
  #claim(article: Article): ReadArticle | undefined {
    const key = keyOf(article);
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    return kept;
  }

  #add(article: Article): ReadArticle {
    const words = readArticleWords(listPassages([article]), this.lexicon);
    const { terms, termsOfWords } = this.lexicon;
    const numbers = new Set<number>();
    for (const word of words.words) numbers.add(termsOfWords[word] ?? 0);
    const id = this.size;
    this.#documents.add({
      id,
      terms: Array.from(numbers, (number) => terms[number] ?? '').join('\n'),
    });
    return { id, words };
  }
}

const NO_SKETCH = new Uint32Array();
