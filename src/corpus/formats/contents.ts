import type { Paragraph } from '../article/article.js';
import type { ArticleFacts, FactsFault } from '../metadata/article-facts.js';

/** What is in a file: the text that offsets count in, its paragraphs, and what the file says of itself. */
export interface Contents {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly own: ArticleFacts;
  readonly faults: readonly FactsFault[];
  /** Why there are no words for a reader, where more can be said than that it is empty. */
  readonly unusable?: string;
}

export function noContents(unusable: string): Contents {
  return { text: '', paragraphs: [], own: {}, faults: [], unusable };
}
