import type { Article } from '../corpus/article/article.js';
import { attribute } from './speakers/attribute.js';
import { SpeakerFollower } from './speakers/follow-speakers.js';
import { mentionOf, type Mention } from './speakers/mention.js';
import { namesIn } from './speakers/names-in.js';
import type { Phrase } from './speakers/noun-phrase.js';
import { pairMarks } from './speakers/pair-marks.js';
import type { Quotation, Speaker } from './quotation.js';
import { readLine, sentenceStart, type Line } from './speakers/read-line.js';
import type { Figure } from './speakers/resolve-speaker.js';
import { lastSpeaker } from './speakers/subject-of.js';
import { isSpeech, readCandidate } from './speakers/speech-or-term.js';

const READ = new WeakMap<Article, readonly Quotation[]>();

/**
 * What is said between quotation marks in an article, in order, each with its speaker as far as the file says.
 * Titles, nicknames and terms in marks are left out. Nothing but the article itself decides: no other file changes it.
 */
export function quotationsIn(article: Article): readonly Quotation[] {
  let read = READ.get(article);
  if (!read) {
    read = readQuotations(article);
    READ.set(article, read);
  }
  return read;
}

/** Who has the word: the figure, where it can be told, the words that stand for it, and their sentence. */
interface Voice {
  readonly figure: Figure | null;
  readonly mention: Mention | null;
  readonly sentence: number;
}

interface Draft extends Quotation {
  readonly runsOn: boolean;
  readonly continues: boolean;
}

function readQuotations(article: Article): Quotation[] {
  const stretches = pairMarks(article);
  if (stretches.length === 0) return [];
  let at = 0;
  const lines = article.paragraphs.map((paragraph) => {
    const from = at;
    while (stretches[at]?.paragraph === paragraph) at += 1;
    return readLine(article, paragraph, stretches.slice(from, at));
  });
  const follower = new SpeakerFollower(article, namesIn(article.text, lines));
  let closing: Closing | null = null;
  const drafts = lines.flatMap((line, index) => {
    if (line.paragraph.role === 'credits') return [];
    const read = draftsOf(article, line, lines[index - 1], follower, closing);
    if (!isInterruption(article, line)) closing = read.closing;
    return read.drafts;
  });
  return joinRuns(drafts);
}

/** Who has the word where a paragraph ends with a quotation; `lent` counts the paragraphs since it was said who. */
interface Closing {
  readonly voice: Voice;
  readonly lent: number;
}

/** So many paragraphs in a row that are nothing but a quotation go on with the speaker before them. */
const LENT_TO = 2;
/** Shorter words are an exchange as easily as a speech. */
const LENT_WORDS = 6;

/** A heading, or a line in capitals as web pages set between paragraphs: the talk goes on behind it. */
function isInterruption({ text }: Article, { paragraph: { role, start, end } }: Line): boolean {
  const words = text.slice(start, end);
  return role === 'heading' || words === words.toUpperCase();
}

function draftsOf(
  article: Article,
  line: Line,
  before: Line | undefined,
  follower: SpeakerFollower,
  closing: Closing | null,
): { drafts: Draft[]; closing: Closing | null } {
  const { text } = article;
  const { tokens, paragraph, sentences } = line;
  const heading = paragraph.role === 'heading';
  const voiceOf = (at: Line, phrase: Phrase, sentence: number): Voice => {
    const mention = mentionOf(text, at.tokens, phrase);
    return { figure: follower.figureOf(at, phrase, mention), mention, sentence };
  };
  const drafts: Draft[] = [];
  let last: { voice: Voice; at: number } | null = null;
  let lent = 0;
  follower.enter(line);
  for (let sentence = 0; sentence < sentences.length - 1; sentence += 1) {
    const from = sentences[sentence] ?? 0;
    const to = sentences[sentence + 1] ?? tokens.length;
    let spoken: Figure | null = null;
    for (let at = from; at < to; at += 1) {
      const quoted = tokens[at]?.quoted;
      if (!quoted) continue;
      const { start, end, runsOn, continues } = quoted;
      const attribution = attribute(text, line, at);
      const candidate = readCandidate(text.slice(start, end));
      const follows = last !== null && goesOn(line, at, last);
      const place = { heading, goesOn: follows };
      if (!runsOn && !continues && !isSpeech(candidate, tokens, at, attribution, place)) continue;
      let voice: Voice | null = null;
      if (attribution)
        voice = attribution.phrase
          ? voiceOf(line, attribution.phrase, sentence)
          : { figure: null, mention: null, sentence };
      else if (last && follows) voice = last.voice;
      else if (!heading) {
        const handed = handedOver(line, at, before);
        voice = handed && voiceOf(handed.line, handed.phrase, sentence - 1);
        const alone = tokens.length === 1 && candidate.words.length >= LENT_WORDS;
        if (!voice && alone && closing && closing.lent < LENT_TO && candidate.opensSentence) {
          voice = { ...closing.voice, sentence };
          lent = closing.lent + 1;
        }
      }
      if (voice) last = { voice, at };
      spoken = voice?.figure ?? spoken;
      drafts.push({
        article,
        paragraph,
        start,
        end,
        text: text.slice(start, end),
        speaker: speakerOf(text, voice),
        wholeSentence: isWhole(candidate),
        runsOn,
        continues,
      });
    }
    if (!heading) follower.leaveSentence(line, from, to, spoken);
  }
  const ends = last?.voice.figure && !heading && endsWithQuotation(article, line, last);
  return { drafts, closing: ends && last ? { voice: last.voice, lent } : null };
}

/** The last sentence is a quotation that asks nothing, or says whose the one before it was. */
function endsWithQuotation(
  { text }: Article,
  { tokens, sentences }: Line,
  last: { voice: Voice; at: number },
): boolean {
  const quoted = tokens[last.at]?.quoted;
  const final = sentences.length - 2;
  return (
    text[(quoted?.end ?? 0) - 1] !== '?' &&
    Math.max(tokens[last.at]?.sentence ?? 0, last.voice.sentence) >= final
  );
}

function isWhole({
  opensSentence,
  closesSentence,
  words,
}: ReturnType<typeof readCandidate>): boolean {
  return opensSentence && (closesSentence || words.length >= UNPOINTED_SENTENCE);
}

/** So many words with a capital at their head are a sentence also where the full stop stands outside the marks. */
const UNPOINTED_SENTENCE = 6;

/** The quotation follows the last one of its paragraph: in the same sentence, or with nothing between but who said it. */
function goesOn(
  { tokens, sentences }: Line,
  at: number,
  last: { voice: Voice; at: number },
): boolean {
  const sentence = tokens[at]?.sentence ?? 0;
  const lastSentence = tokens[last.at]?.sentence ?? 0;
  if (lastSentence === sentence) return true;
  return sentences[sentence] === at && Math.max(last.voice.sentence, lastSentence) >= sentence - 1;
}

/** The sentence before a quotation that stands by itself: "Smith was not so sure. “…”", or a paragraph that ends with a colon. */
function handedOver(
  line: Line,
  at: number,
  before: Line | undefined,
): { line: Line; phrase: Phrase } | null {
  const { sentences, tokens } = line;
  const sentence = tokens[at]?.sentence ?? 0;
  if (sentences[sentence] !== at) return null;
  if (at > 0) {
    const phrase = lastSpeaker(line.tokens, sentences[sentence - 1] ?? 0, at);
    return phrase && { line, phrase };
  }
  const end = before?.tokens.length ?? 0;
  if (!before || before.tokens[end - 1]?.text !== ':') return null;
  const phrase = lastSpeaker(before.tokens, sentenceStart(before, end - 1), end);
  return phrase && { line: before, phrase };
}

function speakerOf(text: string, voice: Voice | null): Speaker {
  const mention = voice?.mention
    ? {
        start: voice.mention.start,
        end: voice.mention.end,
        text: text.slice(voice.mention.start, voice.mention.end),
      }
    : null;
  if (!voice?.figure) return { name: null, mention, basis: 'none' };
  const { name, fuller } = voice.figure;
  return { name: text.slice(name.start, name.end), mention, basis: fuller ? 'resolved' : 'named' };
}

/** A quotation that runs over paragraphs has one speaker, named in whichever of them. */
function joinRuns(drafts: readonly Draft[]): Quotation[] {
  const speakers = drafts.map(({ speaker }) => speaker);
  const lend = (from: number, to: number): void => {
    const speaker = speakers[from];
    if (speaker && speakers[to]?.basis === 'none') speakers[to] = speaker;
  };
  const joined = (at: number): boolean =>
    drafts[at]?.runsOn === true && drafts[at + 1]?.continues === true;
  for (let at = 0; at + 1 < drafts.length; at += 1) if (joined(at)) lend(at, at + 1);
  for (let at = drafts.length - 2; at >= 0; at -= 1) if (joined(at)) lend(at + 1, at);
  return drafts.map(({ runsOn: _runsOn, continues: _continues, ...quotation }, index) => ({
    ...quotation,
    speaker: speakers[index] ?? quotation.speaker,
  }));
}
