import { problemsOf, type Article } from '../../corpus/article/article.js';
import { type Quotation, quotationsIn } from '../../quotes/quotations-in.js';

/** How many a digest shows. */
const MOST = 3;
/** Shorter ones say little by themselves, longer ones are no glance, in characters. */
const SHORTEST = 40;
const LONGEST = 300;

/**
 * Quotations worth a look: whole sentences whose speaker the file names, the first such of each article. None whose words
 * are known not to be those that were spoken: of a re-translated or rewritten text, or of a paragraph with a known problem.
 */
export function pickQuotations(articles: readonly Article[]): readonly Quotation[] {
  const picked: Quotation[] = [];
  for (const article of articles) {
    if (picked.length === MOST) break;
    if (article.withdrawn !== null || article.wording !== 'as-printed') continue;
    const first = quotationsIn(article).find(
      ({ text, wholeSentence, speaker, paragraph }) =>
        wholeSentence &&
        problemsOf(article, paragraph.number).length === 0 &&
        speaker.basis !== 'none' &&
        text.length >= SHORTEST &&
        text.length <= LONGEST,
    );
    if (first) picked.push(first);
  }
  return picked;
}
