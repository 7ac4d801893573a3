import type { Attribution } from './attribution.js';
import { cueOf } from './cue-verbs.js';
import { AUXILIARIES, POSSESSIVES, PRONOUNS } from './function-words.js';
import { lastRun } from './mention.js';
import { isCueVerb, phraseBefore, phraseFrom, type Phrase } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { SAYING_NOUNS } from './role-words.js';
import { quotedAs } from './spoken-verb.js';
import { subjectOf, verbGroup } from './subject-of.js';

/** The verb of saying that leads to an opening mark, and its subject. */
export function leadingTo(tokens: readonly Token[], at: number, floor: number): Attribution | null {
  const colon = nameAndColon(tokens, at, floor);
  if (colon) return { phrase: colon, rule: 'before', direct: true };
  for (let k = at - 1; k >= floor; k -= 1) {
    const token = tokens[k];
    if (token?.text === ';') return null;
    if (['while', 'whereas'].includes(token?.lower ?? '') && tokens[k - 1]?.text === ',')
      return null;
    const noun = sayingNoun(tokens, k, at, floor);
    if (noun) return { phrase: noun, rule: 'before', direct: isDirect(tokens, k, at) };
    if (token && PUT_IT.has(token.lower) && tokens[k + 1]?.lower === 'it' && at - k < 4) {
      const subject = subjectOf(tokens, k, floor);
      if (subject) return { phrase: subject, rule: 'before', direct: true };
    }
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

/** "As Senator McCain put it, “…”" */
const PUT_IT = new Set(['put', 'puts']);

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
  if (
    token?.kind !== 'word' ||
    !SAYING_NOUNS.has(token.lower) ||
    at - noun > 5 ||
    (at - noun > 1 && !HANDS_OVER.has(tokens[noun + 1]?.text.toLowerCase() ?? ''))
  )
    return null;
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

const HANDS_OVER = new Set([
  'that',
  'of',
  'about',
  'to',
  ':',
  ',',
  'is',
  'was',
  'are',
  'were',
  'as',
]);

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
