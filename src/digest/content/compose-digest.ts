import type { Archive } from '../../answer/archive/archive.js';
import type { View } from '../../answer/archive/view.js';
import { type Article, type Day, latestDay } from '../../corpus/article/article.js';
import type { ChannelRef, DigestSetting } from '../../store/records.js';
import type { Store } from '../../store/store.js';
import type { Correction } from '../corrections/correction.js';
import { judgePost } from '../corrections/judge-post.js';
import { answering } from './answering.js';
import type { Digest, DigestEntry, Edition } from './digest.js';
import { findNews, type News, recordView } from './find-news.js';
import { leadOf, type Opening } from '../../answer/opening.js';
import { pickQuotations } from './pick-quotations.js';
import { DAYS_APART, findShown, pickQuietPassage } from './quiet-passage.js';

/** How many articles a first digest shows of the archive. */
const INTRODUCED = 5;

/** For which channel, by what it knows already, and for which day. */
export interface DigestArgs {
  readonly setting: DigestSetting;
  readonly day: Day;
  /** When it was due, if it is late; else `null`. */
  readonly lateSince: Date | null;
}

/**
 * What a digest says at this moment, and the sequence number up to which the archive is in it. The same code makes the
 * one that is sent and the one that is previewed; nothing of it is remembered but what the archive holds.
 */
export async function composeDigest(
  { setting, day, lateSince }: DigestArgs,
  {
    archive,
    store,
  }: { readonly archive: Pick<Archive, 'view' | 'inSlices'>; readonly store: Store },
): Promise<{ readonly digest: Digest; readonly seenUpTo: number }> {
  const { team, channel, zone, topic, quiet, lastAt } = setting;
  const since = setting.seenUpTo;
  const view = archive.view();
  const seenUpTo = Math.max(await recordView(view, store.seenArticles), since ?? 0);
  const news = since === null ? null : await findNews(view, store.seenArticles, since);
  const chosen = (news ?? introduced(view)).toSorted((a, b) => newestFirst(a.article, b.article));
  const onTopic = topic === null ? chosen : await keepTopic(archive, view, topic, chosen);
  const shown = news === null ? onTopic.slice(0, INTRODUCED) : onTopic;
  const edition: Edition = news === null ? 'first' : shown.length > 0 ? 'news' : 'quiet';
  const entries = shown.map(toEntry);
  const digest: Digest = {
    team,
    channel,
    edition,
    day,
    lateSince,
    zone,
    topic,
    entries,
    skipped: 0,
    total: news === null ? view.articles.length : entries.length,
    corrections: lastAt === null ? [] : await findNotified(setting, lastAt, view, store),
    quotations: pickQuotations(entries.map(({ article }) => article)),
    fromArchive:
      edition === 'quiet' && quiet === 'archive' ? await findQuietPassage(view, day, store) : null,
    searched: view.freshness,
  };
  return { digest, seenUpTo };
}

export function toEntry({ article, change }: News): DigestEntry {
  return { article, change, lead: article.withdrawn === null ? leadOf(article) : null };
}

/** Withdrawn articles introduce nothing. */
function introduced({ articles }: View): News[] {
  return articles
    .filter(({ withdrawn }) => withdrawn === null)
    .map((article) => ({ article, change: 'new' }));
}

/** By the last day an article can have been published on, undated ones last; then by file name. */
function newestFirst(a: Article, b: Article): number {
  const [dayA, dayB] = [latestDay(a.published) ?? '', latestDay(b.published) ?? ''];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a.file < b.file ? -1 : 1;
}

/** In a digest with a topic a withdrawn article has no words to answer with, so it is left out. */
async function keepTopic(
  archive: Pick<Archive, 'inSlices'>,
  view: View,
  topic: string,
  news: readonly News[],
): Promise<News[]> {
  const articles = news.map(({ article }) => article);
  const found = await archive.inSlices(answering(view, topic, articles));
  const kept = new Set(
    found.flatMap(({ passage, copies }) => [
      passage.article,
      ...copies.map(({ article }) => article),
    ]),
  );
  return news.filter(({ article }) => kept.has(article));
}

/** What the channel's threads were notified of since its last digest, as it is now. */
async function findNotified(
  channel: ChannelRef,
  since: Date,
  view: View,
  { posts, seenArticles }: Store,
): Promise<Correction[]> {
  if (!(await posts.wantsCorrections(channel))) return [];
  const found: Correction[] = [];
  for (const post of await posts.notifiedSince(channel, since)) {
    const { corrections } = await judgePost(post, view, seenArticles);
    for (const [at, { notifiedAt }] of post.citations.entries()) {
      const correction = corrections[at];
      if (correction && notifiedAt !== null && notifiedAt > since) found.push(correction);
    }
  }
  return found;
}

async function findQuietPassage(
  view: View,
  day: Day,
  { quietDays }: Store,
): Promise<Opening | null> {
  const shown = await quietDays.get(day);
  return (
    (shown && findShown(view, shown)) ??
    pickQuietPassage(view, day, await quietDays.before(day, DAYS_APART))
  );
}
