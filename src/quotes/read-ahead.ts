import type { Article } from '../corpus/article/article.js';
import { quotationsIn } from './quotations-in.js';

/**
 * Reads the quotations of all these articles, which are then kept, one article at a time: in a large archive that takes
 * seconds the first time, and whoever else asks is answered, and every request acknowledged, in between.
 */
export async function readAhead(articles: readonly Article[]): Promise<void> {
  for (const article of articles) {
    quotationsIn(article);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
