import type { Citation, Why } from '../../answer/answer.js';
import { askView, MAX_LIMIT } from '../../answer/ask.js';
import type { View } from '../../answer/archive/view.js';
import type { Article } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { isFrom, judgeDate } from '../../search/filter-passages.js';
import { parseQuestion, type Question } from '../../search/question/question.js';
import { NO_SIGNALS } from '../../search/rank.js';
import { leadOf } from '../../answer/opening.js';

/**
 * The articles among these that answer the question, each by itself and in full (`found`), best first: the best
 * passage of each, or for a question of filters alone its beginning. The words' weights are those of the whole archive,
 * so that the answer is the one a person would get. A text that several of them carry comes once, with its copies.
 * @throws QuestionError when the question cannot be read
 */
export function* answering(
  view: View,
  question: string,
  articles: readonly Article[],
): Work<readonly Citation[]> {
  const shown = articles.filter((article) => article.withdrawn === null);
  if (shown.length === 0) return [];
  const read = parseQuestion(question);
  if (isFilterAlone(read)) return filtered(read, shown);
  const first = yield* askView(view, question, { within: new Set(shown), limit: MAX_LIMIT });
  const copies = new Map(first.citations.map((each) => [each.passage.article, each.copies]));
  const found: Citation[] = [];
  for (const [article, same] of copies) {
    const alone = { within: new Set([article]), limit: 1 };
    const { status, citations } = yield* askView(view, question, alone);
    if (status === 'found') found.push(...citations.map((best) => ({ ...best, copies: same })));
  }
  return found;
}

const NO_WORDS: Why = {
  matched: [],
  signals: NO_SIGNALS,
};

/** `from:cnn` with no word to look for means all that comes from there. */
function isFilterAlone({ words, phrases, filters: { from, since, before } }: Question): boolean {
  return (
    words.length === 0 &&
    phrases.length === 0 &&
    (from.length > 0 || since !== null || before !== null)
  );
}

function filtered({ filters }: Question, articles: readonly Article[]): Citation[] {
  return articles.flatMap((article): Citation[] => {
    const wanted =
      filters.from.length === 0 || filters.from.some((source) => isFrom(article, source));
    const best = wanted && judgeDate(article, filters) === 'in' ? leadOf(article) : null;
    return best ? [{ ...best, score: 0, why: NO_WORDS, copies: [], sameText: [] }] : [];
  });
}
