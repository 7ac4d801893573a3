import { cueOf } from './cue-verbs.js';
import { AUXILIARIES, DETERMINERS, isAdverb, POSSESSIVES, PRONOUNS } from './function-words.js';
import { lastRun } from './mention.js';
import { isCueVerb, phraseBefore, phraseFrom, type Phrase } from './noun-phrase.js';
import type { Line, Token } from './read-line.js';
import { SAYING_NOUNS } from './role-words.js';
import { opensOtherwise, subjectOf, verbGroup } from './subject-of.js';

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

/** How many tokens of its sentence are looked at on either side. */
const REACH = 60;

/** Whose words a quoted stretch of a line is, by its own sentence alone; `null` where nothing there says so. */
export function attribute(text: string, line: Line, at: number): Attribution | null {
  const { tokens } = line;
  const quoted = tokens[at]?.quoted;
  if (!quoted) return null;
  const limit = sentenceEnd(line, at);
  const floor = Math.max(sentenceStart(line, at), at - REACH);
  const ending = endingOf(text, tokens, at);
  const outside =
    tokens[at + 1]?.text === ',' && !/^\P{L}*\p{Lu}/u.test(text.slice(quoted.start, quoted.end));
  return (
    // Of a fragment in the middle of a clause the verb before it knows first: "when he asked if she was “okay”, she told him".
    (outside ? leadingTo(tokens, at, floor) : null) ??
    (ending === 'stop' ? signed(line, at) : besideMark(line, at, ending)) ??
    leadingTo(tokens, at, floor) ??
    accordingTo(tokens, at, floor, limit) ??
    closingClause(tokens, at, limit) ??
    (ending === 'stop' ? sloppyStop(line, at) : null)
  );
}

type Ending = 'comma' | 'open' | 'stop' | 'none';

/** How a quotation ends: with a comma (inside or outside), with "?", "!" or a dash, with a full stop, or in mid-sentence. */
function endingOf(text: string, tokens: readonly Token[], at: number): Ending {
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

export function sentenceStart({ tokens, sentences }: Line, at: number): number {
  return sentences[tokens[at]?.sentence ?? 0] ?? 0;
}

export function sentenceEnd({ tokens, sentences }: Line, at: number): number {
  return sentences[(tokens[at]?.sentence ?? 0) + 1] ?? tokens.length;
}

/** ", X said", "said X", ", according to X" and "— X" right after the closing mark. */
function besideMark(line: Line, at: number, ending: Ending): Attribution | null {
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
    return phrase && beside(phrase);
  }
  if (token?.lower === 'as') next += 1;
  while (tokens[next]?.lower === 'then' || tokens[next]?.lower === 'also') next += 1;
  return inverted(tokens, next, limit) ?? subjectFirst(tokens, next, limit, ending);
}

function beside(phrase: Phrase): Attribution {
  return { phrase, rule: 'beside', direct: true };
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
    return after === undefined || after.kind === 'point' ? beside(phrase) : null;
  // "told the paper", "called the plan": what follows is whom it was said to.
  if (cue.addressed && cue.lemma !== 'ask' && cue.lemma !== 'warn') return null;
  if (cue.naming) return null;
  if (after?.kind === 'word' && AUXILIARIES.has(after.lower)) return null;
  if (cue.onlyBeside && !first?.capital && !DETERMINERS.has(first?.lower ?? '')) return null;
  return beside(phrase);
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
  if (isSpoken(tokens, verb, phrase.to)) return beside(phrase);
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
        return beside(phrase);
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
      return startsLikeSpeaker(tokens, phrase) ? beside(phrase) : null;
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

function skipToVerb(tokens: readonly Token[], from: number, limit: number): number {
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
function isSpoken(tokens: readonly Token[], verb: number, floor: number): boolean {
  if (!isCueVerb(tokens, verb)) return false;
  const forms = cueOf(tokens[verb]?.lower ?? '')?.forms;
  if (forms?.has('ing') && forms.size === 1) return false;
  const { passive } = verbGroup(tokens, verb, floor);
  return !passive || quotedAs(tokens, verb);
}

function quotedAs(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens[verb]?.lower === 'quoted' &&
    tokens[verb + 1]?.lower === 'as' &&
    cueOf(tokens[verb + 2]?.lower ?? '')?.forms.has('ing') === true
  );
}

/** “…” — Jane Smith, at the end of a paragraph. */
function signed({ tokens }: Line, at: number): Attribution | null {
  if (!/^[–—-]+$/.test(tokens[at + 1]?.text ?? '')) return null;
  const phrase = phraseFrom(tokens, at + 2, tokens.length);
  if (!phrase || !lastRun(tokens, phrase.from, phrase.to)) return null;
  const rest = tokens.length - phrase.to;
  return rest === 0 || (rest < 12 && tokens[phrase.to]?.text === ',') ? beside(phrase) : null;
}

/** The verb of saying that leads to an opening mark, and its subject. */
function leadingTo(tokens: readonly Token[], at: number, floor: number): Attribution | null {
  const colon = nameAndColon(tokens, at, floor);
  if (colon) return { phrase: colon, rule: 'before', direct: true };
  for (let k = at - 1; k >= floor; k -= 1) {
    const token = tokens[k];
    if (token?.text === ';') return null;
    if (['while', 'whereas'].includes(token?.lower ?? '') && tokens[k - 1]?.text === ',')
      return null;
    const noun = sayingNoun(tokens, k, at, floor);
    if (noun) return { phrase: noun, rule: 'before', direct: isDirect(tokens, k, at) };
    if (!isCueVerb(tokens, k)) continue;
    const cue = cueOf(token?.lower ?? '');
    if (!cue) continue;
    const direct = isDirect(tokens, k, at);
    if (cue.onlyBeside && !direct) continue;
    if (cue.withClause && !direct && !opensClause(tokens, k, at)) continue;
    if (cue.naming && alreadyNamed(tokens, k, at)) continue;
    const { passive, from } = verbGroup(tokens, k, floor);
    if (quotedAs(tokens, k - 2) && k >= 2) {
      const subject = subjectOf(tokens, k - 2, floor);
      if (subject) return { phrase: subject, rule: 'before', direct };
    }
    const quotes = quotedSomebody(tokens, k, floor);
    if (quotes) return { phrase: quotes, rule: 'before', direct };
    if (passive || isReduced(tokens, k, cue.naming)) {
      const agent = agentOf(tokens, k, at);
      if (agent) return { phrase: agent, rule: 'before', direct, naming: cue.naming };
      if (passive && cue.addressed) return { phrase: null, rule: 'before', direct };
      continue;
    }
    const subject =
      parenthetic(tokens, k, at) ??
      subjectOf(tokens, k, floor) ??
      (tokens[from - 1] === undefined && from === floor ? invertedBefore(tokens, k, at) : null);
    const uttered = k === at - 1 && UTTERING.has(cue.lemma);
    if (subject) return { phrase: subject, rule: 'before', direct, uttered, naming: cue.naming };
  }
  return null;
}

/** "claimed that …", "asked whether …", "promised to …", "noted she …": what follows is said, not an object. */
function opensClause(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let k = verb + 1; k < Math.min(at, verb + 9); k += 1) {
    const { lower = '', text = '' } = tokens[k] ?? {};
    if (text === ',' && k > verb + 1) return false;
    if (CLAUSE_MARKS.has(lower) || (PRONOUNS.has(lower) && k > verb)) return true;
    if (AUXILIARIES.has(lower)) return true;
  }
  return false;
}

const CLAUSE_MARKS = new Set(['that', 'if', 'whether', 'why', 'how', 'what', 'to', ':']);

/** "calls the “Machine”, …": one name for one thing, and "a “liar” and a “cheat”" for two. */
function alreadyNamed(tokens: readonly Token[], verb: number, at: number): boolean {
  let last = -1;
  for (let k = verb + 1; k < at; k += 1) if (tokens[k]?.kind === 'quoted') last = k;
  return (
    last >= 0 &&
    !tokens
      .slice(last + 1, at)
      .some(({ lower }) => lower === 'and' || lower === 'or' || lower === 'then') &&
    at - last > 2
  );
}

const UTTERING = new Set(
  'say tweet shout yell scream cry exclaim reply respond answer whisper mutter retort comment'.split(
    ' ',
  ),
);

function isDirect(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let k = verb + 1; k < at; k += 1) {
    const token = tokens[k];
    if (k === at - 1 && token && [',', ':'].includes(token.text)) return true;
    if (
      token?.lower !== 'that' &&
      token?.lower !== 'as' &&
      token?.lower !== 'it' &&
      token?.lower !== 'of'
    )
      return false;
  }
  return true;
}

/** "Smith: “…”", as in a transcript. */
function nameAndColon(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  if (tokens[at - 1]?.text !== ':' || at - 1 - floor > 6) return null;
  const phrase = phraseFrom(tokens, floor, at - 1);
  if (phrase?.to !== at - 1) return null;
  const run = lastRun(tokens, floor, at - 1);
  return run?.to === at - 1 && run.from === floor ? phrase : null;
}

/** "Trump’s claim that “…”", "her promise to “…”": the possessor speaks. */
function sayingNoun(
  tokens: readonly Token[],
  noun: number,
  at: number,
  floor: number,
): Phrase | null {
  const token = tokens[noun];
  if (token?.kind !== 'word' || !SAYING_NOUNS.has(token.lower) || at - noun > 5) return null;
  for (let k = noun - 1; k >= floor && noun - k <= 4; k -= 1) {
    const owner = tokens[k];
    if (owner?.kind !== 'word') return null;
    if (owner.possessive) {
      const run = lastRun(tokens, floor, k + 1);
      return owner.capital && run?.to === k + 1 ? run : phraseBefore(tokens, k + 1, floor);
    }
    if (POSSESSIVES.has(owner.lower)) return { from: k, to: k + 1 };
    if (owner.capital) return null;
  }
  return null;
}

/** "quoted Wang Yi as saying “…”" */
function quotedSomebody(tokens: readonly Token[], verb: number, floor: number): Phrase | null {
  if (!cueOf(tokens[verb]?.lower ?? '')?.forms.has('ing') || tokens[verb - 1]?.lower !== 'as')
    return null;
  for (let k = verb - 2; k >= floor && verb - k < 14; k -= 1)
    if (['quoted', 'quotes', 'quoting', 'cited', 'citing'].includes(tokens[k]?.lower ?? ''))
      return k + 1 < verb - 1 ? phraseFrom(tokens, k + 1, verb - 1) : null;
  return null;
}

/** "a move described by critics as “…”": a participle with no subject of its own. */
function isReduced(tokens: readonly Token[], verb: number, naming: boolean): boolean {
  const participle = cueOf(tokens[verb]?.lower ?? '')?.forms.has('participle') === true;
  return naming && participle && tokens[verb + 1]?.lower === 'by';
}

/** "by NP" between a passive verb and the mark, or right after the closing mark. */
function agentOf(tokens: readonly Token[], verb: number, at: number): Phrase | null {
  for (let k = verb + 1; k < at && k - verb < 12; k += 1)
    if (tokens[k]?.lower === 'by') return phraseFrom(tokens, k + 1, at);
  return tokens[at + 1]?.lower === 'by'
    ? phraseFrom(tokens, at + 2, Math.min(tokens.length, at + 20))
    : null;
}

/** "Being social, says Laird, is important: “…”" */
function parenthetic(tokens: readonly Token[], verb: number, at: number): Phrase | null {
  if (tokens[verb - 1]?.text !== ',') return null;
  const cue = cueOf(tokens[verb]?.lower ?? '');
  if (!cue?.forms.has('past') && !cue?.forms.has('present')) return null;
  const phrase = phraseFrom(tokens, verb + 1, at);
  return phrase &&
    tokens[phrase.to]?.text === ',' &&
    lastRun(tokens, phrase.from, phrase.to)?.to === phrase.to
    ? phrase
    : null;
}

/** "Said Smith: “…”" */
function invertedBefore(tokens: readonly Token[], verb: number, at: number): Phrase | null {
  return tokens[verb]?.capital ? phraseFrom(tokens, verb + 1, at) : null;
}

/** "according to X" anywhere in the sentence. */
function accordingTo(
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
function closingClause(tokens: readonly Token[], at: number, limit: number): Attribution | null {
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

/** “We go.” Smith said. A full stop where a comma belongs: the next sentence is nothing but who said it. */
function sloppyStop(line: Line, at: number): Attribution | null {
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
