import type { View } from '../../answer/archive/view.js';
import type { Article } from '../../corpus/article/article.js';
import type { Notified, Post } from '../../store/records.js';
import type { SeenArticles } from '../../store/store.js';
import type { Correction } from './correction.js';
import { findCorrection, notifiedOf } from './find-correction.js';

/** How the words of a post stand to the archive now. */
export interface PostState {
  /** For each of its citations, `null` where the words stand. */
  readonly corrections: readonly (Correction | null)[];
  /** What its thread is to know of each. */
  readonly notified: readonly Notified[];
  /** Of that, what it does not know yet. */
  readonly news: readonly Correction[];
}

/**
 * Compares the words of a post with the archive. A replica that has read the folder before the post was made, or
 * before its thread was notified of something, knows nothing newer and says nothing.
 */
export async function judgePost(post: Post, view: View, seen: SeenArticles): Promise<PostState> {
  const readAt = view.freshness.loadedAt;
  const corrections: (Correction | null)[] = [];
  const notified: Notified[] = [];
  const news: Correction[] = [];
  for (const citation of post.citations) {
    const article = view.articles.find(({ file }) => file === citation.file) ?? null;
    const since = await seenSince(article, readAt, seen);
    const correction = findCorrection(citation, view, since);
    const { notified: before, notifiedAt } = citation;
    const now = notifiedOf(correction);
    const isOld = readAt < post.at || (notifiedAt !== null && readAt < notifiedAt);
    corrections.push(correction);
    notified.push(isOld ? before : now);
    if (isOld || now === before) continue;
    if (correction) news.push(correction);
    else if (article) news.push({ kind: 'restored', citation, article, since });
  }
  return { corrections, notified, news };
}

/** Words by their file's content; a withdrawal or a removal is known since the archive was read. */
async function seenSince(article: Article | null, readAt: Date, seen: SeenArticles): Promise<Date> {
  if (article === null || article.withdrawn !== null) return readAt;
  return (await seen.seenAt(article)) ?? readAt;
}
