import type { View } from '../answer/archive/view.js';
import type { Article } from '../corpus/article/article.js';
import type { Post, Told } from '../store/posts.js';
import type { Sightings } from '../store/sightings.js';
import type { Correction } from './correction.js';
import { findCorrection, toldOf } from './find-correction.js';

/** How the words of a post stand to the archive now. */
export interface Judged {
  /** For each of its citations, `null` where the words stand. */
  readonly corrections: readonly (Correction | null)[];
  /** What its thread is to know of each. */
  readonly told: readonly Told[];
  /** Of that, what it does not know yet. */
  readonly news: readonly Correction[];
}

/**
 * Compares the words of a post with the archive. A replica that has read the folder before the post was made, or
 * before its thread was told something, knows nothing newer and says nothing.
 */
export async function judgePost(post: Post, view: View, sightings: Sightings): Promise<Judged> {
  const readAt = view.freshness.loadedAt;
  const corrections: (Correction | null)[] = [];
  const told: Told[] = [];
  const news: Correction[] = [];
  for (const citation of post.citations) {
    const article = view.articles.find(({ file }) => file === citation.file) ?? null;
    const since = await seenSince(article, readAt, sightings);
    const correction = findCorrection(citation, view, () => since);
    const says = toldOf(correction);
    const isOld = readAt < post.at || (citation.toldAt !== null && readAt < citation.toldAt);
    corrections.push(correction);
    told.push(isOld ? citation.told : says);
    if (isOld || says === citation.told) continue;
    if (correction) news.push(correction);
    else if (article) news.push({ kind: 'restored', citation, article, since });
  }
  return { corrections, told, news };
}

/** Words by their file's content; a withdrawal or a removal is known since the archive was read. */
async function seenSince(
  article: Article | null,
  readAt: Date,
  sightings: Sightings,
): Promise<Date> {
  if (article === null || article.withdrawn !== null) return readAt;
  return (await sightings.seenAt(article)) ?? readAt;
}
