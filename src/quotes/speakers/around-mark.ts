import { REACH, type Attribution } from './attribution.js';
import { cueOf } from './cue-verbs.js';
import { isAdverb } from './function-words.js';
import { phraseFrom } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { isSpoken, skipToVerb } from './spoken-verb.js';

/** "according to X" anywhere in the sentence. */
export function accordingTo(
  tokens: readonly Token[],
  at: number,
  floor: number,
  limit: number,
): Attribution | null {
  for (let k = floor; k < Math.min(limit, at + REACH); k += 1)
    if (tokens[k]?.lower === 'according' && tokens[k + 1]?.lower === 'to') {
      const phrase = phraseFrom(tokens, k + 2, limit);
      if (phrase) return { phrase, rule: 'around', direct: false };
    }
  return null;
}

/** ", X said." at the end of the sentence, for words quoted further up in it. */
export function closingClause(
  tokens: readonly Token[],
  at: number,
  limit: number,
): Attribution | null {
  const end = Math.min(limit, at + REACH);
  for (let k = at + 1; k < end; k += 1) {
    const token = tokens[k];
    if (token?.text === ';') return null;
    if (token?.text !== ',' && token?.kind !== 'quoted') continue;
    const phrase = phraseFrom(tokens, k + 1, end);
    if (!phrase) continue;
    const verb = skipToVerb(tokens, phrase.to, end);
    if (!isSpoken(tokens, verb, phrase.to) || cueOf(tokens[verb]?.lower ?? '')?.naming) continue;
    const after = tokens[verb + 1];
    if (
      after === undefined ||
      verb + 1 >= end ||
      after.kind === 'point' ||
      isAdverb(after.lower) ||
      ['in', 'at', 'on', 'during'].includes(after.lower)
    )
      return { phrase, rule: 'around', direct: false };
  }
  return null;
}
