import type { Span } from '../../answer/answer.js';
import type { Article, Paragraph } from '../../corpus/article/article.js';
import type { PostedCitation } from '../../store/records.js';

/** What became of words that the bot has posted. */
export type Correction = { readonly citation: PostedCitation } & (
  | {
      readonly kind: 'changed';
      readonly article: Article;
      /** When the bot first saw the file as it is now. */
      readonly since: Date;
      /** The stretches of the posted words that stand there no more; offsets count in them. */
      readonly struck: readonly Span[];
      /** What stands in their place; `null` where no paragraph of the file is like them. */
      readonly now: Rewording | null;
    }
  | {
      readonly kind: 'withdrawn';
      readonly article: Article;
      readonly reason: string;
      readonly since: Date;
    }
  /** Removed, or hidden again by an embargo: which of them is not said, and no word of it shown. */
  | { readonly kind: 'gone'; readonly since: Date }
  /** They stood there no more, were corrected, and stand there again. */
  | { readonly kind: 'restored'; readonly article: Article; readonly since: Date }
);

/** Whole sentences of the paragraph that stands there now, cut from the file. */
export interface Rewording extends Span {
  readonly paragraph: Paragraph;
  readonly text: string;
  /** The stretches that are new, in the article's text. */
  readonly added: readonly Span[];
}
