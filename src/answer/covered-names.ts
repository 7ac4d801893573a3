import { type Article, latestDay } from '../corpus/article/article.js';
import { splitSentences } from '../corpus/article/split-sentences.js';

/** So many articles, the newest, are read for names: more than anybody has in mind, and read in some hundredths of a second. */
const READ = 100;

/** Words with a capital, one after another; "of", "de" and the like inside. */
const NAME =
  /\p{Lu}[\p{L}\p{M}’'-]+(?: (?:(?:of|the|de|del|la|von|van|al) ){0,2}\p{Lu}[\p{L}\p{M}’'-]+){0,4}/gu;

/** Written with a capital, and the name of nobody and no place. */
const NO_NAMES = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
  September October November December Mr Mrs Ms Dr Sir President Senator Minister Secretary Governor The This That`.split(
    /\s+/,
  ),
);

/**
 * The names that most of the newest articles mention, those in most articles first; the same for the same articles.
 * Nothing is taken from withdrawn ones. A name inside a longer one of the list is left out.
 */
export function coveredNames(articles: readonly Article[], most: number): string[] {
  const counts = new Map<string, { articles: number; mentions: number }>();
  for (const article of newest(articles)) {
    const here = namesIn(article);
    for (const [name, mentions] of here) {
      const before = counts.get(name) ?? { articles: 0, mentions: 0 };
      counts.set(name, {
        articles: before.articles + 1,
        mentions: before.mentions + mentions,
      });
    }
  }
  const ranked = [...counts].toSorted(
    ([nameA, a], [nameB, b]) =>
      b.articles - a.articles || b.mentions - a.mentions || (nameA < nameB ? -1 : 1),
  );
  const kept: string[] = [];
  for (const [name] of ranked) {
    if (kept.length >= most) break;
    if (!kept.some((one) => one.includes(name) || name.includes(one))) kept.push(name);
  }
  return kept;
}

function newest(articles: readonly Article[]): Article[] {
  const day = ({ published }: Article): string => latestDay(published) ?? '';
  return articles
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a.file < b.file ? -1 : 1))
    .slice(0, READ);
}

/** How often each name stands inside a sentence: the first word of one has its capital from that. */
function namesIn({ text, paragraphs }: Article): Map<string, number> {
  const names = new Map<string, number>();
  for (const { start, end, role } of paragraphs) {
    if (role !== 'text') continue;
    const paragraph = text.slice(start, end);
    const beginnings = new Set(splitSentences(paragraph).map((sentence) => sentence.start));
    for (const { 0: name, index } of paragraph.matchAll(NAME)) {
      const isBeginning = [0, 1, 2].some((quote) => beginnings.has(index - quote));
      const words = name.split(' ').filter((word) => !NO_NAMES.has(word));
      const bare = words.join(' ').replace(/[’']s?$/, '');
      if (isBeginning || bare.length < 3) continue;
      names.set(bare, (names.get(bare) ?? 0) + 1);
    }
  }
  return names;
}
