import { fingerprint } from '../../answer/answer.js';
import type { View } from '../../answer/archive/view.js';
import { type Article, type Day, listPassages } from '../../corpus/article/article.js';
import type { ShownPassage } from '../../store/records.js';
import { beginningOf, type Opening } from '../../answer/opening.js';

/** How many days must go by before a passage is shown again. */
export const DAYS_APART = 30;

/** A shorter paragraph says too little by itself, in characters. */
const SHORTEST = 120;

/**
 * The passage of a day without news: from an article with a date, without known problems, and not among those shown
 * before. Which one depends on the day and the archive alone, so that every channel sees the same. Where all have
 * been shown, the one shown longest ago comes again; `null` when no article has a date.
 */
export function pickQuietPassage(
  view: View,
  day: Day,
  shownBefore: readonly ShownPassage[],
): Opening | null {
  const shown = new Map(shownBefore.map(({ file, start }, age) => [`${file}\n${start}`, age]));
  let again: { readonly opening: Opening; readonly age: number } | null = null;
  for (const article of inOrderOfDay(view.articles, day))
    for (const opening of worthShowing(article, day)) {
      const age = shown.get(`${article.file}\n${opening.start}`);
      if (age === undefined) return opening;
      if (again === null || age > again.age) again = { opening, age };
    }
  return again?.opening ?? null;
}

/** The passage that was chosen, if its words still stand there for all to see. */
export function findShown(view: View, chosen: ShownPassage): Opening | null {
  const article = view.articles.find(({ file }) => file === chosen.file);
  if (!article || article.withdrawn !== null) return null;
  const passage = listPassages([article]).find(({ paragraph }) => paragraph.start === chosen.start);
  const opening = passage ? beginningOf(passage) : null;
  return opening && fingerprint(opening.text) === chosen.fingerprint ? opening : null;
}

export function toShown({ passage, start, end, text }: Opening): ShownPassage {
  return { file: passage.article.file, start, end, fingerprint: fingerprint(text) };
}

function inOrderOfDay(articles: readonly Article[], day: Day): Article[] {
  return articles
    .filter(({ published, withdrawn }) => published.status !== 'unknown' && withdrawn === null)
    .map((article) => ({ article, order: fingerprint(`${day}\n${article.file}`) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ article }) => article);
}

function worthShowing(article: Article, day: Day): Opening[] {
  return listPassages([article])
    .filter(
      ({ paragraph }) => paragraph.role === 'text' && paragraph.end - paragraph.start >= SHORTEST,
    )
    .map(beginningOf)
    .filter(({ problems, insideSentence }) => problems.length === 0 && !insideSentence)
    .map((opening) => ({ opening, order: fingerprint(`${day}\n${opening.start}`) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ opening }) => opening);
}
