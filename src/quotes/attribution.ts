import type { Phrase } from './noun-phrase.js';

/** What in a quotation's own sentence says whose words they are. */
export interface Attribution {
  /** The tokens that stand for the speaker; `null` where the words are handed over and nobody is named. */
  readonly phrase: Phrase | null;
  /**
   * `beside`: right at the mark (", X said"); `before`: a verb of saying leads to it; `around`: "according to X" or
   * ", X said" further off in the sentence.
   */
  readonly rule: 'beside' | 'before' | 'around';
  /** Nothing stands between the verb and the mark but a comma, a colon or "that". */
  readonly direct: boolean;
  /** A verb that takes nothing but words spoken or sent stands at the mark: tweeted “Bet”. */
  readonly uttered?: boolean;
  /** The words follow as a name for something: called it “a disgrace”. */
  readonly naming?: boolean;
}

/** How many tokens of its sentence are looked at on either side of a quotation. */
export const REACH = 60;

export function beside(phrase: Phrase): Attribution {
  return { phrase, rule: 'beside', direct: true };
}
