import { type Attribution, leadingTo } from './leading-to.js';
import { lastRun } from './mention.js';
import { cueAt, phraseFrom } from './noun-phrase.js';
import {
  type LineTokens,
  type Phrase,
  type ReportedLine,
  sentenceEnd,
  sentenceStart,
} from './read-line.js';
import { isSpoken, skipToVerb, verbGroup } from './subject-of.js';
import { cueOf } from './words/cue-verbs.js';
import { DETERMINERS, ROLE_NOUNS, TITLES } from './words/word-classes.js';

/** How many tokens of its sentence are looked at on either side of a quotation. */
const REACH = 60;

/** Whose words a quoted stretch of a line is, by its own sentence alone; `null` where nothing there says so. */
export function attribute(text: string, line: ReportedLine, at: number): Attribution | null {
  const { tokens } = line;
  const limit = sentenceEnd(line, at);
  const floor = Math.max(sentenceStart(line, at), at - REACH);
  const comma = tokens[at + 1]?.text === ',';
  const last = comma ? ',' : (text[(tokens[at]?.quoted?.end ?? 0) - 1] ?? '');
  return (
    // Of a fragment in the middle of a clause the verb before it knows first: "when he asked if she was “okay”, she told him".
    (comma || isFiniteCue(tokens, at - 1) ? leadingTo(tokens, at, floor) : null) ??
    signed(line, at) ??
    labelled(line, at) ??
    (last === '.' ? null : besideMark(line, at, last)) ??
    leadingTo(tokens, at, floor) ??
    accordingTo(tokens, at, floor, limit) ??
    closingClause(tokens, at, limit) ??
    (last === '.' ? sloppyStop(line, at) : null)
  );
}

/** "says" and "said", not "to say" */
function isFiniteCue(tokens: LineTokens, at: number): boolean {
  const forms = cueAt(tokens, at)?.forms;
  return forms !== undefined && (forms.has('past') || forms.has('present'));
}

function beside(tokens: LineTokens, phrase: Phrase): Attribution {
  return { phrase: apposedName(tokens, phrase) ?? phrase, beside: true, direct: true };
}

/** "said the shadow chancellor, John McDonnell": after a role the name is what a reader looks for. */
function apposedName(tokens: LineTokens, { to }: Phrase): Phrase | null {
  const role = tokens[to - 1];
  if (role?.capital || !ROLE_NOUNS.has(role?.lower ?? '') || tokens[to]?.text !== ',') return null;
  let end = to + 1;
  while (tokens[end]?.capital) end += 1;
  const name = lastRun(tokens, to + 1, end);
  return name?.from === to + 1 && tokens[end]?.kind !== 'word' ? name : null;
}

/** ", X said" and "said X" right after the closing mark. */
function besideMark(
  { tokens, ...line }: ReportedLine,
  at: number,
  last: string,
): Attribution | null {
  let next = at + 1;
  while (next < at + 4 && /^(?:,|[–—―-]+|as|then|also)$/.test(tokens[next]?.lower ?? '')) next += 1;
  const limit = Math.min(sentenceEnd({ tokens, ...line }, next), next + REACH);
  return inverted(tokens, next, limit) ?? subjectFirst(tokens, next, limit, last);
}

/** "said Smith", "added Mr. Olson", "asks the sign" */
function inverted(tokens: LineTokens, at: number, limit: number): Attribution | null {
  const cue = cueOf(tokens[at]?.lower ?? '');
  // “…,” told the paper: what follows is whom it was said to.
  if (!cue || tokens[at]?.capital || cue.lemma === 'tell') return null;
  if (!cue.forms.has('past') && !cue.forms.has('present')) return null;
  const phrase = phraseFrom(tokens, at + 1, limit);
  const first = phrase && tokens[phrase.from];
  if (!first || (cue.onlyBeside && !first.capital && !DETERMINERS.has(first.lower))) return null;
  return beside(tokens, phrase);
}

/** "Smith said", "she later told", "Palomo, a spokesman for the president, said" */
function subjectFirst(
  tokens: LineTokens,
  at: number,
  limit: number,
  last: string,
): Attribution | null {
  const phrase = phraseFrom(tokens, at, limit);
  if (!phrase) return null;
  const verb = skipToVerb(tokens, phrase.to, limit);
  if (isSpoken(tokens, verb, phrase.to)) return beside(tokens, phrase);
  if (!/[,.?!…—–-]/.test(last)) return null;
  const border = tokens[phrase.to];
  if (border?.kind === 'point' || border?.lower === 'who')
    for (let k = phrase.to + 1; k < limit; k += 1) {
      if (!cueAt(tokens, k)) continue;
      const group = verbGroup(tokens, k, phrase.to);
      const before = tokens[group.from - 1];
      if (!group.passive && (before?.kind === 'point' || before?.lower === 'who'))
        return beside(tokens, phrase);
    }
  // After a closing comma whatever the subject does, it does while speaking: "“Well,” he grinned".
  const acts = last === ',' && /(?:ed|s)$|^went$/.test(tokens[verb]?.lower ?? '');
  return acts && startsLikeSpeaker(tokens, phrase) ? beside(tokens, phrase) : null;
}

function startsLikeSpeaker(tokens: LineTokens, { from, to }: Phrase): boolean {
  const pronoun = ['he', 'she', 'they'].includes(tokens[from]?.lower ?? '');
  return pronoun || lastRun(tokens, from, to)?.to === to;
}

const DASH = /^[–—―-]+$/;

/** "RUIZ: …", "Ana Ruiz: “…”" at the head of a paragraph, as in a transcript. */
function labelled({ tokens, paragraph }: ReportedLine, at: number): Attribution | null {
  const colon = at - 1;
  if (tokens[colon]?.text !== ':' || colon > LABEL_REACH || paragraph.role === 'heading')
    return null;
  const more = tokens.slice(0, colon).findIndex(({ text }) => text === ',' || text === '(');
  const end = more < 0 ? colon : more;
  const name = end > LONGEST_LABEL ? null : lastRun(tokens, 0, end);
  // "SEN. CARTER": a title in capitals is a word and a point.
  const titles = tokens.slice(0, name?.from ?? 0);
  if (name?.to !== end || !titles.every(({ lower }) => lower === '.' || TITLES.has(lower)))
    return null;
  // "Rents: “…”" is a heading run into its paragraph.
  const shouted = tokens[0]?.text === tokens[0]?.text.toUpperCase();
  return shouted || end > 1 ? { phrase: name, beside: true, direct: true } : null;
}

/** "MS ANA RUIZ, THE MAYOR:" */
const LONGEST_LABEL = 4;
/** Further from the head of its paragraph a colon ends no label. */
const LABEL_REACH = 16;

/** “…” — Jane Smith, at the end of a paragraph. */
function signed({ tokens }: ReportedLine, at: number): Attribution | null {
  if (!DASH.test(tokens[at + 1]?.text ?? '')) return null;
  const phrase = phraseFrom(tokens, at + 2, tokens.length);
  if (!phrase || !lastRun(tokens, phrase.from, phrase.to)) return null;
  const rest = tokens.length - phrase.to;
  return rest === 0 || (rest < 12 && tokens[phrase.to]?.text === ',')
    ? beside(tokens, phrase)
    : null;
}

/** “We go.” Smith said. A full stop where a comma belongs: the next sentence is nothing but who said it. */
function sloppyStop(line: ReportedLine, at: number): Attribution | null {
  const { tokens } = line;
  const limit = sentenceEnd(line, at + 1);
  if (limit - at > 13) return null;
  const found = besideMark(line, at, '.');
  if (!found?.phrase) return null;
  const verb = skipToVerb(tokens, found.phrase.to, limit);
  const closes = (k: number): boolean => tokens[k]?.kind === 'point' || k >= limit;
  return closes(verb + 1) || closes(found.phrase.to) ? found : null;
}

/** "according to X" anywhere in the sentence. */
function accordingTo(
  tokens: LineTokens,
  at: number,
  floor: number,
  limit: number,
): Attribution | null {
  for (let k = floor; k < Math.min(limit, at + REACH); k += 1) {
    const phrase = tokens[k]?.lower === 'according' ? phraseFrom(tokens, k + 2, limit) : null;
    if (phrase) return { phrase };
  }
  return null;
}

/** ", X said." at the end of the sentence, for words quoted further up in it. */
function closingClause(tokens: LineTokens, at: number, limit: number): Attribution | null {
  const end = Math.min(limit, at + REACH);
  for (let k = at + 1; k < end; k += 1) {
    if (tokens[k]?.text !== ',' && tokens[k]?.kind !== 'quoted') continue;
    const phrase = phraseFrom(tokens, k + 1, end);
    const verb = phrase ? skipToVerb(tokens, phrase.to, end) : end;
    if (!phrase || !isSpoken(tokens, verb, phrase.to)) continue;
    const after = verb + 1 < end ? tokens[verb + 1] : undefined;
    if (after?.kind !== 'word' || /^(?:in|at|on|during)$/.test(after.lower)) return { phrase };
  }
  return null;
}
