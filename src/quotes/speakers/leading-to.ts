import { lastRun } from './mention.js';
import { cueAt, phraseBefore, phraseFrom } from './noun-phrase.js';
import type { LineTokens, Phrase } from './read-line.js';
import { canSpeak, subjectOf, verbGroup } from './subject-of.js';
import { AUXILIARIES, PAPERS, POSSESSIVES, PRONOUNS, SAYING_NOUNS } from './words/word-classes.js';

/** What in a quotation's own sentence says whose words they are. */
export interface Attribution {
  /** The tokens that stand for the speaker; `null` where the words are handed over and nobody is named. */
  readonly phrase: Phrase | null;
  /** Right at the closing mark: ", X said". */
  readonly beside?: boolean;
  /** Nothing stands between the verb and the mark but a comma, a colon or "that". */
  readonly direct?: boolean;
  /** A verb that takes nothing but words spoken or sent stands at the mark: tweeted “Bet”. */
  readonly uttered?: boolean;
  /** The words follow as a name for something: called it “a disgrace”. */
  readonly naming?: boolean;
}

/** The verb of saying that leads to an opening mark, and its subject. */
export function leadingTo(tokens: LineTokens, at: number, floor: number): Attribution | null {
  const colon = nameAndColon(tokens, at, floor);
  if (colon) return { phrase: colon, direct: true };
  for (let k = at - 1; k >= floor; k -= 1) {
    const { lower = '', text = '' } = tokens[k] ?? {};
    if (text === ';' || (lower === 'while' && tokens[k - 1]?.text === ',')) return null;
    const direct = isDirect(tokens, k, at);
    const owner = sayingNoun(tokens, k, at, floor);
    if (owner) return { phrase: owner, direct };
    const cue = cueAt(tokens, k);
    if (!cue || (!direct && (cue.onlyBeside || (cue.withClause && !opensClause(tokens, k, at)))))
      continue;
    const { naming } = cue;
    const { passive } = verbGroup(tokens, k, floor);
    if (passive) {
      const agent = agentOf(tokens, k, at);
      if (agent) return { phrase: agent, direct, naming };
      if (cue.addressed) return { phrase: null, direct };
      continue;
    }
    const subject = inverted(tokens, k, at) ?? subjectOf(tokens, k, floor);
    const uttered = k === at - 1 && UTTERING.has(cue.lemma);
    // "published a story called “…”": an article before it, and nothing called anything so.
    if (subject && naming && subject.to === k && isThing(tokens, subject)) continue;
    if (subject) return { phrase: subject, direct, uttered, naming };
  }
  return null;
}

/** "claimed that …", "asked whether …", "promised to …", "noted she …": what follows is said, not an object. */
function opensClause(tokens: LineTokens, verb: number, at: number): boolean {
  for (let k = verb + 1; k < Math.min(at, verb + 9); k += 1) {
    const { lower = '', text = '' } = tokens[k] ?? {};
    if (text === ',' && k > verb + 1) return false;
    if (CLAUSE_MARKS.has(lower) || PRONOUNS.has(lower) || AUXILIARIES.has(lower)) return true;
  }
  return false;
}

const CLAUSE_MARKS = new Set('that if whether why how what to :'.split(' '));

/** "a story", "a feature": no paper that speaks for somebody. */
function isThing(tokens: LineTokens, phrase: Phrase): boolean {
  if (!/^an?$/.test(tokens[phrase.from]?.lower ?? '')) return false;
  return !canSpeak(tokens, phrase) && !PAPERS.has(tokens[phrase.to - 1]?.lower ?? '');
}

const UTTERING = new Set(
  'say tweet shout yell scream cry exclaim reply respond answer whisper mutter retort comment'.split(
    ' ',
  ),
);

/** "said “…”", "said that “…”", "told reporters: “…”", "as Smith put it, “…”" */
function isDirect(tokens: LineTokens, verb: number, at: number): boolean {
  if (at - 1 > verb && /^[,:]$/.test(tokens[at - 1]?.text ?? '')) at -= 1;
  return tokens.slice(verb + 1, at).every(({ lower }) => /^(?:that|as|it|of)$/.test(lower));
}

/** "Smith: “…”", as in a transcript. */
function nameAndColon(tokens: LineTokens, at: number, floor: number): Phrase | null {
  if (tokens[at - 1]?.text !== ':' || at - 1 - floor > 6) return null;
  const run = lastRun(tokens, floor, at - 1);
  return run?.from === floor && run.to === at - 1 ? run : null;
}

/** "Trump’s claim that “…”", "her promise to “…”": the possessor speaks. */
function sayingNoun(tokens: LineTokens, noun: number, at: number, floor: number): Phrase | null {
  const next = tokens[noun + 1]?.lower ?? '';
  const handsOver = at - noun === 1 || (at - noun <= 5 && HANDS_OVER.has(next || ':'));
  if (!handsOver || !SAYING_NOUNS.has(tokens[noun]?.lower ?? '')) return null;
  for (let k = noun - 1; k >= floor && noun - k <= 4; k -= 1) {
    const owner = tokens[k];
    if (owner?.possessive) return phraseBefore(tokens, k + 1, floor);
    if (POSSESSIVES.has(owner?.lower ?? '')) return { from: k, to: k + 1 };
    if (owner?.kind !== 'word' || owner.capital) return null;
  }
  return null;
}

const HANDS_OVER = new Set('that of about to : , is was are were as'.split(' '));

/** "by NP" between a passive verb and the mark, or right after the closing mark. */
function agentOf(tokens: LineTokens, verb: number, at: number): Phrase | null {
  const after = tokens.slice(verb + 1, at + 2).findIndex(({ lower }) => lower === 'by');
  const by = verb + 1 + after;
  return after < 0 ? null : phraseFrom(tokens, by + 1, by < at ? at : tokens.length);
}

/** "Being social, says Laird, is important: “…”", "Said Smith: “…”" */
function inverted(tokens: LineTokens, verb: number, at: number): Phrase | null {
  const phrase = phraseFrom(tokens, verb + 1, at);
  if (tokens[verb]?.capital) return phrase;
  if (tokens[verb - 1]?.text !== ',' || tokens[verb]?.lower.endsWith('ing')) return null;
  return phrase && tokens[phrase.to]?.text === ',' ? lastRun(tokens, verb + 1, phrase.to) : null;
}
