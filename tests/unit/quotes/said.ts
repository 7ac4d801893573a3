import { quotationsIn } from '../../../src/quotes/quotations-in.js';
import { article } from '../../support/article.js';

/**
 * The quotations of a text, each on a line: what was said, the words that stand for the speaker, the name they are taken
 * for. Nobody stated: a dash. Paragraphs are separated by line ends.
 */
export function said(text: string): string[] {
  return quotationsIn(article({ text })).map(({ text: words, speaker: { mention, name } }) =>
    [words, mention?.text ?? '–', name ?? '–'].join(' | '),
  );
}
