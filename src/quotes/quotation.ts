import type { Span } from '../answer/answer.js';
import type { Article, Paragraph } from '../corpus/article/article.js';

/**
 * Who said it. `named`: the name stands with the quotation. `resolved`: a surname, a pronoun or a title stands with it,
 * and the fullest form of the name earlier in the same file. `none`: the file does not say; nobody is guessed at.
 */
export interface Speaker {
  /** As printed in its fullest form in the same file; `null` exactly when the basis is `none`. */
  readonly name: string | null;
  /** The words that stand with the quotation ("she", "Ms. Sheinbaum"), cut from the file; `null` where there are none. */
  readonly mention: (Span & { readonly text: string }) | null;
  readonly basis: 'named' | 'resolved' | 'none';
}

/** Words that somebody said, as printed between quotation marks; the marks themselves are left out. */
export interface Quotation extends Span {
  readonly article: Article;
  /** The paragraph it stands in; a quotation that runs over several paragraphs is one quotation in each. */
  readonly paragraph: Paragraph;
  /** The article's text cut from `start` to `end`. */
  readonly text: string;
  readonly speaker: Speaker;
  /** A whole sentence or more, not a few words inside the reporter's own. */
  readonly wholeSentence: boolean;
}
