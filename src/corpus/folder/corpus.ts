import type { Article } from '../article/article.js';
import type { Fault } from '../fault.js';
import type { SynonymGroups } from '../metadata/synonyms-yml.js';

/** Everything read from the folder in one go. */
export interface Corpus {
  /** Sorted by file name, embargoed ones included. */
  readonly articles: readonly Article[];
  /** All of them, those of single articles too. */
  readonly faults: readonly Fault[];
  /** What is wrong with one article or its entry: no reader is told of it while the article is hidden. */
  readonly faultsOf: ReadonlyMap<string, readonly Fault[]>;
  readonly synonyms: SynonymGroups;
  /** Of what an edit broke, what it said before and still holds. */
  readonly held: readonly Held[];
}

export interface Held {
  /** articles.yml or synonyms.yml. */
  readonly file: string;
  /** The one article that it concerns; `null` when all of it. */
  readonly article: string | null;
}

export const EMPTY_CORPUS: Corpus = {
  articles: [],
  faults: [],
  faultsOf: new Map(),
  synonyms: [],
  held: [],
};
