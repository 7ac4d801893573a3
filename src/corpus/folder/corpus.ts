import type { Article } from '../article/article.js';
import type { Fault } from '../fault.js';
import type { MetadataFallback } from '../metadata/articles-yml.js';
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
  readonly fallbacks: readonly MetadataFallback[];
}

export const EMPTY_CORPUS: Corpus = {
  articles: [],
  faults: [],
  faultsOf: new Map(),
  synonyms: [],
  fallbacks: [],
};
