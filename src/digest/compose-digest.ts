import type { View } from '../answer/archive/view.js';
import type { Day } from '../corpus/article/published-date.js';
import type { Channel } from '../store/channel.js';
import type { DigestChoice, DigestSetting } from '../store/digest-setting.js';
import type { Store } from '../store/store.js';
import { answering } from './answering.js';
import type { Correction } from './correction.js';
import { leadOf } from './cut-opening.js';
import type { Digest, DigestEntry, Edition } from './digest.js';
import type { Opening } from './opening.js';
import { findNews, recordView, type News } from './find-news.js';
import { judgePost } from './judge-post.js';
import { newestFirst } from './newest-first.js';
import { pickQuotations } from './pick-quotations.js';
import { DAYS_APART, findShown, pickQuietPassage } from './quiet-passage.js';

/** How many articles a first digest shows of the archive. */
const INTRODUCED = 5;

/** For whom, for when. */
export interface Occasion extends Channel, Pick<DigestChoice, 'topic' | 'quiet' | 'zone'> {
  readonly day: Day;
  readonly lateSince: Date | null;
  /** What the channel's last digest knew, and when it was; `null` before the first. */
  readonly since: Pick<DigestSetting, 'seenUpTo' | 'lastAt'>;
}

/** A digest, and up to which moment the archive is in it. */
export interface Composed {
  readonly digest: Digest;
  readonly seenUpTo: number;
}

/**
 * What a digest says at this moment. The same code makes the one that is sent and the one that is previewed; nothing
 * of it is remembered but what the archive holds.
 */
export async function composeDigest(
  occasion: Occasion,
  { view, store }: { readonly view: View; readonly store: Store },
): Promise<Composed> {
  const { since, topic, day, lateSince, zone, team, channel } = occasion;
  const seenUpTo = Math.max(await recordView(view, store.sightings), since.seenUpTo ?? 0);
  const news =
    since.seenUpTo === null ? null : await findNews(view, store.sightings, since.seenUpTo);
  const chosen = (news ?? introduced(view)).toSorted((a, b) => newestFirst(a.article, b.article));
  const onTopic = topic === null ? chosen : keepTopic(view, topic, chosen);
  const shown = news === null ? onTopic.slice(0, INTRODUCED) : onTopic;
  const edition: Edition = news === null ? 'first' : shown.length > 0 ? 'news' : 'quiet';
  const entries = shown.map(toEntry);
  return {
    seenUpTo,
    digest: {
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
      corrections: since.lastAt === null ? [] : await findTold(occasion, since.lastAt, view, store),
      quotations: pickQuotations(entries.map(({ article }) => article)),
      fromArchive:
        edition === 'quiet' && occasion.quiet === 'archive'
          ? await findQuietPassage(view, day, store)
          : null,
      searched: view.freshness,
    },
  };
}

/** Withdrawn articles introduce nothing. */
function introduced(view: View): News[] {
  return view.articles.flatMap((article) =>
    article.withdrawn === null ? [{ article, change: 'new' }] : [],
  );
}

/** In a digest with a topic a withdrawn article has no words to answer with, so it is left out. */
function keepTopic(view: View, topic: string, news: readonly News[]): News[] {
  const articles = news.map(({ article }) => article);
  const kept = new Set(
    answering(view, topic, articles).flatMap(({ passage, copies }) => [
      passage.article,
      ...copies.map(({ article }) => article),
    ]),
  );
  return news.filter(({ article }) => kept.has(article));
}

export function toEntry({ article, change }: News): DigestEntry {
  return { article, change, lead: article.withdrawn === null ? leadOf(article) : null };
}

/** What the channel's threads were told since its last digest, as it is now. */
async function findTold(
  channel: Channel,
  since: Date,
  view: View,
  { posts, sightings }: Store,
): Promise<Correction[]> {
  if (!(await posts.wantsCorrections(channel))) return [];
  const told = await posts.toldSince(channel, since);
  const judged = await Promise.all(told.map((post) => judgePost(post, view, sightings)));
  return judged
    .flatMap(({ corrections }, at) =>
      corrections.filter((correction, citation) => {
        const { toldAt = null } = told[at]?.citations[citation] ?? {};
        return correction !== null && toldAt !== null && toldAt > since;
      }),
    )
    .filter((correction) => correction !== null);
}

async function findQuietPassage(
  view: View,
  day: Day,
  { quietDays }: Store,
): Promise<Opening | null> {
  const chosen = await quietDays.on(day);
  const shown = chosen && findShown(view, chosen);
  return shown ?? pickQuietPassage(view, day, await quietDays.before(day, DAYS_APART));
}
