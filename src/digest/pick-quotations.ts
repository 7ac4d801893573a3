import type { Article } from '../corpus/article.js';
import type { Quotation } from '../quotes/quotation.js';
import { quotationsIn } from '../quotes/quotations-in.js';

/** How many a digest shows. */
const MOST = 3;
/** Shorter ones say little by themselves, longer ones are no glance, in characters. */
const SHORTEST = 40;
const LONGEST = 300;

/** Quotations worth a look: whole sentences whose speaker the file names, the first such of each article. */
export function pickQuotations(articles: readonly Article[]): readonly Quotation[] {
  const picked: Quotation[] = [];
  for (const article of articles) {
    if (picked.length === MOST) break;
    if (article.withdrawn !== null) continue;
    const first = quotationsIn(article).find(
      ({ text, wholeSentence, speaker }) =>
        wholeSentence &&
        speaker.basis !== 'none' &&
        text.length >= SHORTEST &&
        text.length <= LONGEST,
    );
    if (first) picked.push(first);
  }
  return picked;
}
