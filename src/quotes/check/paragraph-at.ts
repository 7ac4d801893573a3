import type { Article } from '../../corpus/article/article.js';
import { partitionPoint } from '../../corpus/partition-point.js';

/** The place, from 0, of the last paragraph that begins at or before an offset. */
export function paragraphAt({ paragraphs }: Article, offset: number): number {
  const after = partitionPoint(
    paragraphs.length,
    (index) => (paragraphs[index]?.start ?? Infinity) > offset,
  );
  return Math.max(0, after - 1);
}
