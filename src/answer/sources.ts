import type { Article } from '../corpus/article/article.js';
import type { Freshness } from './answer.js';
import type { View } from './archive/view.js';

/** What the archive holds, as it may be seen now. */
export interface Sources {
  /** In the order of their file names. */
  readonly articles: readonly Article[];
  readonly searched: Freshness;
}

export function sources({ articles, freshness }: View): Sources {
  return { articles, searched: freshness };
}
