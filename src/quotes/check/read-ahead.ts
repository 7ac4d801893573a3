import type { Article } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { quotationsIn } from '../quotations-in.js';
import { sequenceOf } from './find-matches.js';

/** Reads of an article what quotes and checks need; it is kept for as long as the article is. */
export function* readAhead(article: Article): Work<void> {
  quotationsIn(article);
  yield;
  sequenceOf(article);
}
