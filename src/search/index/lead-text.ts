import type { Passage } from '../../corpus/article/passage.js';

/** Title and headings: they say what a passage is about without repeating it in its text. */
export function leadText({ article, headings }: Passage): string {
  return [
    article.title ?? '',
    ...headings.map(({ start, end }) => article.text.slice(start, end)),
  ].join('\n');
}
