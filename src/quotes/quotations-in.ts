import type { Span } from '../answer/answer.js';
import type { Article, Paragraph } from '../corpus/article/article.js';
import { attribute } from './speakers/attribute.js';
import { SpeakerFollower } from './speakers/follow-speakers.js';
import type { Referent } from './speakers/known-names.js';
import { pairMarks } from './speakers/marks/pair-marks.js';
import { type Mention, mentionOf } from './speakers/mention.js';
import { namesIn } from './speakers/names-in.js';
import { type Phrase, type ReportedLine, readLine, sentenceStart } from './speakers/read-line.js';
import { isSpeech, readFeatures } from './speakers/speech-or-term.js';
import { lastSpeaker } from './speakers/subject-of.js';

/**
 * Who said it. `named`: the name stands with the quotation. `resolved`: a surname, a pronoun or a title stands with it,
 * and the fullest form of the name earlier in the same file. `none`: the file does not say; nobody is guessed at.
 */
export interface Speaker {
  /** As printed in its fullest form in the same file; `null` exactly when the basis is `none`. */
  readonly name: string | null;
  /** The words that stand with the quotation ("she", "Ms. Sheinbaum"), cut from the file; `null` where there are none. */
  readonly mention: (Span & { readonly text: string }) | null;
  readonly basis: 'named' | 'resolved' | 'none';
}

/** Words that somebody said, as printed between quotation marks; the marks themselves are left out. */
export interface Quotation extends Span {
  readonly article: Article;
  /** With the marks that the file has around it: both, one where the other is missing, none in a transcript. */
  readonly printed: Span;
  /** The paragraph it stands in; a quotation that runs over several paragraphs is one quotation in each. */
  readonly paragraph: Paragraph;
  /** The article's text cut from `start` to `end`. */
  readonly text: string;
  readonly speaker: Speaker;
  /** A whole sentence or more, not a few words inside the reporter's own. */
  readonly wholeSentence: boolean;
}

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

/** Who has the word: the referent, where it can be told, the words that stand for it, and their sentence. */
interface Voice {
  readonly referent: Referent | null;
  readonly mention: Mention | null;
  readonly sentence: number;
}

/** A quotation by its token, and whose it is. */
interface Said {
  readonly voice: Voice;
  readonly at: number;
}

interface QuotationDraft extends Quotation {
  readonly runsOn: boolean;
  readonly continues: boolean;
}

/** Shorter words that make a paragraph are an exchange as easily as a speech. */
const LENT_WORDS = 6;
/** So many words with a capital at their head are a sentence also where the full stop stands outside the marks. */
const UNPOINTED_SENTENCE = 6;

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
  let closing: Voice | null = null;
  const drafts: QuotationDraft[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.paragraph.role === 'credits') continue;
    const read = draftsOf(article, line, lines[index - 1], follower, closing);
    drafts.push(...read.drafts);
    // The talk goes on behind a heading.
    if (line.paragraph.role !== 'heading') closing = read.closing;
  }
  return joinRuns(drafts);
}

/** @param closing who has the word where the paragraph before ends with a quotation */
function draftsOf(
  article: Article,
  line: ReportedLine,
  before: ReportedLine | undefined,
  follower: SpeakerFollower,
  closing: Voice | null,
): { drafts: QuotationDraft[]; closing: Voice | null } {
  const { text } = article;
  const { tokens, paragraph, sentences } = line;
  const heading = paragraph.role === 'heading';
  const voiceOf = (of: ReportedLine, phrase: Phrase | null, sentence: number): Voice => {
    const mention = phrase && mentionOf(text, of.tokens, phrase);
    return {
      referent: mention && phrase && follower.referentOf(of, phrase, mention),
      mention,
      sentence,
    };
  };
  const drafts: QuotationDraft[] = [];
  let last: Said | null = null;
  follower.enter(line);
  for (let sentence = 0; sentence < sentences.length - 1; sentence += 1) {
    const from = sentences[sentence] ?? 0;
    const to = sentences[sentence + 1] ?? tokens.length;
    let spoken: Referent | null = null;
    for (let at = from; at < to; at += 1) {
      const quoted = tokens[at]?.quoted;
      if (!quoted) continue;
      const { start, end, outer, runsOn, continues } = quoted;
      const attribution = attribute(text, line, at);
      const features = readFeatures(text.slice(start, end));
      const follows = last !== null && goesOn(line, at, last);
      const place = { heading, goesOn: follows };
      if (!runsOn && !continues && !isSpeech(features, tokens, at, attribution, place)) continue;
      let voice: Voice | null = null;
      if (attribution) voice = voiceOf(line, attribution.phrase, sentence);
      else if (last && follows) voice = last.voice;
      else if (!heading) {
        const handed = handedOver(line, at, before);
        if (handed) voice = voiceOf(handed.line, handed.phrase, sentence - 1);
        else if (closing && tokens.length === 1 && features.count >= LENT_WORDS)
          voice = { ...closing, sentence };
      }
      if (voice) last = { voice, at };
      spoken = voice?.referent ?? spoken;
      const { opensSentence, closesSentence, count } = features;
      drafts.push({
        article,
        paragraph,
        start,
        end,
        printed: outer,
        text: text.slice(start, end),
        speaker: speakerOf(text, voice),
        wholeSentence: opensSentence && (closesSentence || count >= UNPOINTED_SENTENCE),
        runsOn,
        continues,
      });
    }
    if (!heading) follower.leaveSentence(line, from, to, spoken);
  }
  return { drafts, closing: last && endsWithQuotation(article, line, last) ? last.voice : null };
}

/** The last sentence is a quotation that asks nothing, or says whose the one before it was. */
function endsWithQuotation({ text }: Article, line: ReportedLine, { voice, at }: Said): boolean {
  const { quoted, sentence = 0 } = line.tokens[at] ?? {};
  const asks = text[(quoted?.end ?? 0) - 1] === '?';
  return (
    voice.referent !== null &&
    !asks &&
    Math.max(sentence, voice.sentence) >= line.sentences.length - 2
  );
}

/** The quotation follows the last one of its paragraph: in the same sentence, or with nothing between but who said it. */
function goesOn({ tokens, sentences }: ReportedLine, at: number, last: Said): boolean {
  const sentence = tokens[at]?.sentence ?? 0;
  const lastSentence = tokens[last.at]?.sentence ?? 0;
  if (lastSentence === sentence) return true;
  return sentences[sentence] === at && Math.max(last.voice.sentence, lastSentence) >= sentence - 1;
}

/** The sentence before a quotation that stands by itself: "Smith was not so sure. “…”", or a paragraph that ends with a colon. */
function handedOver(
  line: ReportedLine,
  at: number,
  before: ReportedLine | undefined,
): { line: ReportedLine; phrase: Phrase } | null {
  const { sentences, tokens } = line;
  if (sentenceStart(line, at) !== at) return null;
  const from = at > 0 ? line : before;
  if (!from || (from === before && before.tokens.at(-1)?.text !== ':')) return null;
  const end = at > 0 ? at : from.tokens.length;
  const start = at > 0 ? sentences[(tokens[at]?.sentence ?? 0) - 1] : sentenceStart(from, end - 1);
  const phrase = lastSpeaker(from.tokens, start ?? 0, end);
  return phrase && { line: from, phrase };
}

function speakerOf(text: string, voice: Voice | null): Speaker {
  const { referent = null, mention: words = null } = voice ?? {};
  const mention = words && {
    start: words.start,
    end: words.end,
    text: text.slice(words.start, words.end),
  };
  if (!referent) return { name: null, mention, basis: 'none' };
  const { name, fuller } = referent;
  return { name: text.slice(name.start, name.end), mention, basis: fuller ? 'resolved' : 'named' };
}

/** A quotation that runs over paragraphs has one speaker, named in whichever of them. */
function joinRuns(drafts: readonly QuotationDraft[]): Quotation[] {
  const speakers = drafts.map(({ speaker }) => speaker);
  const lend = (from: number, to: number): void => {
    const speaker = speakers[from];
    if (speaker && speakers[to]?.basis === 'none') speakers[to] = speaker;
  };
  const joints = [...drafts.keys()].filter((at) => drafts[at]?.runsOn && drafts[at + 1]?.continues);
  for (const at of joints) lend(at, at + 1);
  for (const at of joints.toReversed()) lend(at + 1, at);
  return drafts.map(({ runsOn: _runsOn, continues: _continues, ...quotation }, index) => ({
    ...quotation,
    speaker: speakers[index] ?? quotation.speaker,
  }));
}
