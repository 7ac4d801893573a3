import { REACH, beside, type Attribution } from './attribution.js';
import { cueOf } from './cue-verbs.js';
import { AUXILIARIES, DETERMINERS, PRONOUNS } from './function-words.js';
import { lastRun } from './mention.js';
import { isCueVerb, phraseFrom, type Phrase } from './noun-phrase.js';
import { sentenceEnd, type Line, type Token } from './read-line.js';
import { isSpoken, skipToVerb } from './spoken-verb.js';
import { opensOtherwise, verbGroup } from './subject-of.js';

export type Ending = 'comma' | 'open' | 'stop' | 'none';

/** How a quotation ends: with a comma (inside or outside), with "?", "!" or a dash, with a full stop, or in mid-sentence. */
export function endingOf(text: string, tokens: readonly Token[], at: number): Ending {
  if (tokens[at + 1]?.text === ',') return 'comma';
  const { end = 0 } = tokens[at]?.quoted ?? {};
  const last = text[end - 1] ?? '';
  if (last === ',') return 'comma';
  if (/[?!…—–-]/.test(last) || text.slice(end - 3, end) === '...') return 'open';
  // A single mark may stand between: "‘… no.’”"
  if (/[’'”"]/.test(last)) {
    const inner = text[end - 2] ?? '';
    if (inner === ',') return 'comma';
    if (/[?!]/.test(inner)) return 'open';
    if (inner === '.') return 'stop';
  }
  return last === '.' ? 'stop' : 'none';
}

/** ", X said", "said X", ", according to X" and "— X" right after the closing mark. */
export function besideMark(line: Line, at: number, ending: Ending): Attribution | null {
  const { tokens } = line;
  let next = at + 1;
  if (tokens[next]?.text === ',') next += 1;
  const limit = Math.min(sentenceEnd(line, next), next + REACH);
  const signature = signed(line, at);
  if (signature) return signature;
  if (/^[–—-]+$/.test(tokens[next]?.text ?? '')) next += 1;
  if (next >= limit || (tokens[next]?.capital && opensOtherwise(tokens, next))) return null;
  const token = tokens[next];
  if (token?.lower === 'according' && tokens[next + 1]?.lower === 'to') {
    const phrase = phraseFrom(tokens, next + 2, limit);
    return phrase && beside(tokens, phrase);
  }
  if (token?.lower === 'as') next += 1;
  while (tokens[next]?.lower === 'then' || tokens[next]?.lower === 'also') next += 1;
  return inverted(tokens, next, limit) ?? subjectFirst(tokens, next, limit, ending);
}

/** "said Smith", "added Mr. Olson", "asks the sign" */
function inverted(tokens: readonly Token[], at: number, limit: number): Attribution | null {
  const cue = cueOf(tokens[at]?.lower ?? '');
  if (!cue || tokens[at]?.capital || !(cue.forms.has('past') || cue.forms.has('present')))
    return null;
  const phrase = phraseFrom(tokens, at + 1, limit);
  if (!phrase) return null;
  const first = tokens[phrase.from];
  const after = tokens[phrase.to];
  if (first && PRONOUNS.has(first.lower))
    return after === undefined || after.kind === 'point' ? beside(tokens, phrase) : null;
  // "told the paper", "called the plan": what follows is whom it was said to.
  if (cue.addressed && cue.lemma !== 'ask' && cue.lemma !== 'warn') return null;
  if (cue.naming) return null;
  if (after?.kind === 'word' && AUXILIARIES.has(after.lower)) return null;
  if (cue.onlyBeside && !first?.capital && !DETERMINERS.has(first?.lower ?? '')) return null;
  return beside(tokens, phrase);
}

/** "Smith said", "she later told", "Palomo, a spokesman for the president, said" */
function subjectFirst(
  tokens: readonly Token[],
  at: number,
  limit: number,
  ending: Ending,
): Attribution | null {
  const phrase = phraseFrom(tokens, at, limit);
  if (!phrase) return null;
  const verb = skipToVerb(tokens, phrase.to, limit);
  if (isSpoken(tokens, verb, phrase.to)) return beside(tokens, phrase);
  const border = tokens[phrase.to];
  if (ending === 'none') return null;
  if (border && ([',', '(', '—', '–', '-'].includes(border.text) || border.lower === 'who')) {
    for (let k = phrase.to + 1; k < limit; k += 1) {
      if (!isCueVerb(tokens, k)) continue;
      const group = verbGroup(tokens, k, phrase.to);
      const before = tokens[group.from - 1];
      const after = tokens[k + 1];
      if (ending === 'open' && tokens[at]?.capital && k + 1 < limit && after?.kind !== 'point')
        continue;
      if (
        !group.passive &&
        before &&
        ([',', ')', '—', '–', '-'].includes(before.text) ||
          (before.lower === 'who' && k - phrase.to < 4))
      )
        return beside(tokens, phrase);
    }
  }
  // After a closing comma whatever the subject does, it does while speaking: "“Well,” he grinned".
  const acts = tokens[verb];
  const short = phrase.to - phrase.from <= SHORT_SUBJECT;
  if (
    ending === 'comma' &&
    short &&
    acts &&
    !acts.capital &&
    acts.kind === 'word' &&
    tokens[at - 1]?.text !== ','
  )
    if (/(?:ed|s)$/.test(acts.lower) || GOES_ON.has(acts.lower))
      return startsLikeSpeaker(tokens, phrase) ? beside(tokens, phrase) : null;
  return null;
}

const SHORT_SUBJECT = 4;
const GOES_ON = new Set([
  'went',
  'goes',
  'began',
  'put',
  'puts',
  'shot',
  'spat',
  'let',
  'broke',
  'kept',
]);

function startsLikeSpeaker(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const first = tokens[from];
  return (
    first !== undefined &&
    (['he', 'she', 'they'].includes(first.lower) || lastRun(tokens, from, to)?.to === to)
  );
}

/** “…” — Jane Smith, at the end of a paragraph. */
export function signed({ tokens }: Line, at: number): Attribution | null {
  if (!/^[–—-]+$/.test(tokens[at + 1]?.text ?? '')) return null;
  const phrase = phraseFrom(tokens, at + 2, tokens.length);
  if (!phrase || !lastRun(tokens, phrase.from, phrase.to)) return null;
  const rest = tokens.length - phrase.to;
  return rest === 0 || (rest < 12 && tokens[phrase.to]?.text === ',')
    ? beside(tokens, phrase)
    : null;
}

/** “We go.” Smith said. A full stop where a comma belongs: the next sentence is nothing but who said it. */
export function sloppyStop(line: Line, at: number): Attribution | null {
  const { tokens } = line;
  const from = at + 1;
  const limit = sentenceEnd(line, from);
  if (from >= limit || limit - from > 12) return null;
  const found = inverted(tokens, from, limit) ?? subjectFirst(tokens, from, limit, 'stop');
  if (!found?.phrase) return null;
  const verb = skipToVerb(tokens, found.phrase.to, limit);
  const closes = (k: number): boolean => tokens[k]?.kind === 'point' || k >= limit;
  return closes(verb + 1) || closes(found.phrase.to) ? found : null;
}
