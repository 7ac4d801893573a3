import { cueOf } from './cue-verbs.js';
import { AUXILIARIES, isAdverb } from './function-words.js';
import { isCueVerb } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { verbGroup } from './subject-of.js';

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

/** A verb of saying whose subject speaks: not "was told", but "was quoted as saying" and "quoted him as saying" too. */
export function isSpoken(tokens: readonly Token[], verb: number, floor: number): boolean {
  if (!isCueVerb(tokens, verb)) return false;
  const forms = cueOf(tokens[verb]?.lower ?? '')?.forms;
  if (forms?.has('ing') && forms.size === 1) return false;
  const { passive } = verbGroup(tokens, verb, floor);
  return !passive || quotedAs(tokens, verb);
}

/** "was quoted as saying" */
export function quotedAs(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens[verb]?.lower === 'quoted' &&
    tokens[verb + 1]?.lower === 'as' &&
    cueOf(tokens[verb + 2]?.lower ?? '')?.forms.has('ing') === true
  );
}
