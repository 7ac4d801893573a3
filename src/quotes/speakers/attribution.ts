import { lastRun } from './mention.js';
import { isCueVerb, type Phrase } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { ROLE_NOUNS } from './role-words.js';

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

export function beside(tokens: readonly Token[], phrase: Phrase): Attribution {
  return { phrase: apposedName(tokens, phrase) ?? phrase, rule: 'beside', direct: true };
}

/** "said the shadow chancellor, John McDonnell": after a role the name is what a reader looks for. */
function apposedName(tokens: readonly Token[], { from, to }: Phrase): Phrase | null {
  const role = tokens[to - 1];
  if (role?.capital || !ROLE_NOUNS.has(role?.lower ?? '') || tokens[to]?.text !== ',') return null;
  let end = to + 1;
  while (end - to < LONGEST_NAME && tokens[end]?.capital) end += 1;
  const name = lastRun(tokens, to + 1, end);
  const after = tokens[end];
  const closes =
    after === undefined ||
    after.kind === 'point' ||
    after.lower === 'who' ||
    isCueVerb(tokens, end);
  return name?.from === to + 1 && name.to === end && closes && end - from > 1 ? name : null;
}

const LONGEST_NAME = 5;
