import { REACH } from './attribution.js';
import { cueOf } from './cue-verbs.js';
import { isCueVerb, type Phrase } from './noun-phrase.js';
import type { Line } from './read-line.js';
import { subjectOf, verbGroup } from './subject-of.js';

/** The speaker that a sentence with no quotation of its own leaves on stage: the subject of its last verb of saying. */
export function speakerOfSentence(line: Line, from: number, to: number): Phrase | null {
  const { tokens } = line;
  for (let k = to - 1; k >= Math.max(from, to - REACH); k -= 1) {
    if (!isCueVerb(tokens, k)) continue;
    const { passive } = verbGroup(tokens, k, from);
    if (passive) return null;
    const cue = cueOf(tokens[k]?.lower ?? '');
    if (!cue || cue.onlyBeside || cue.forms.has('ing')) continue;
    return subjectOf(tokens, k, from);
  }
  return null;
}
