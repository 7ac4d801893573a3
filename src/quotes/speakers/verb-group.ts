import { cueOf } from './cue-verbs.js';
import { AUXILIARIES, BE, isAdverb } from './function-words.js';
import { isCueVerb } from './noun-phrase.js';
import type { Token } from './read-line.js';

/** The verb's own words: "had later been quoted as saying" counts from "had". */
export interface VerbGroup {
  /** The first auxiliary or adverb before the verb. */
  readonly from: number;
  readonly passive: boolean;
}

export function verbGroup(tokens: readonly Token[], verb: number, floor: number): VerbGroup {
  let from = verb;
  const participle = cueOf(tokens[verb]?.lower ?? '')?.forms.has('participle') ?? false;
  // "a move described by critics as “…”"
  let passive = participle && tokens[verb + 1]?.lower === 'by';
  while (from > floor) {
    const token = tokens[from - 1];
    if (token?.kind !== 'word' || token.capital || token.possessive) break;
    if (BE.has(token.lower) && participle) passive = true;
    if (!AUXILIARIES.has(token.lower) && !isAdverb(token.lower)) break;
    from -= 1;
  }
  return { from, passive };
}

/** The verb after a subject: auxiliaries and adverbs are passed over. */
export function skipToVerb(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital) break;
    if (isCueVerb(tokens, at) || !(AUXILIARIES.has(token.lower) || isAdverb(token.lower))) break;
    at += 1;
  }
  return at;
}

/** A verb of saying whose subject speaks: not "was told", but "was quoted as saying". */
export function isSpoken(tokens: readonly Token[], verb: number, floor: number): boolean {
  const forms = cueOf(tokens[verb]?.lower ?? '')?.forms;
  if (!isCueVerb(tokens, verb) || (forms?.has('ing') && forms.size === 1)) return false;
  return !verbGroup(tokens, verb, floor).passive || tokens[verb + 1]?.lower === 'as';
}
