import type { Article } from '../corpus/article/article.js';
import { latestDay } from '../corpus/article/published-date.js';

/** By the last day an article can have been published on, undated ones last; then by file name. */
export function newestFirst(a: Article, b: Article): number {
  const [dayA, dayB] = [latestDay(a.published) ?? '', latestDay(b.published) ?? ''];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a.file < b.file ? -1 : 1;
}
