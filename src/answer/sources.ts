import type { Article } from '../corpus/article.js';
import type { Freshness } from './answer.js';

/** What the archive holds, as it may be seen now. */
export interface Sources {
  /** In the order of their file names. */
  readonly articles: readonly Article[];
  readonly searched: Freshness;
}
