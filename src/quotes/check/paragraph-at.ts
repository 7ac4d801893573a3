import type { Article } from '../../corpus/article/article.js';

/** The place, from 0, of the last paragraph that begins at or before an offset. */
export function paragraphAt({ paragraphs }: Article, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
