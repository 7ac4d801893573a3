import type { Article } from '../corpus/article.js';
import { attribute, sentenceStart, speakerOfSentence } from './attribute.js';
import { mentionOf, type Mention } from './mention.js';
import { namesIn, type KnownNames } from './names-in.js';
import type { Phrase } from './noun-phrase.js';
import { pairMarks } from './pair-marks.js';
import type { Quotation, Speaker } from './quotation.js';
import { readLine, type Line } from './read-line.js';
import { figureOf, PARAGRAPHS_BACK, type Figure } from './resolve-speaker.js';
import { isSpeech, readCandidate } from './speech-or-term.js';
import { sentenceSubject } from './subject-of.js';

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

/** Who has the word: the figure, the words that stand for it, and where. */
interface Voice {
  readonly figure: Figure | null;
  readonly mention: Mention | null;
  /** The sentence of its paragraph in which it was named. */
  readonly sentence: number;
}

function readQuotations(article: Article): Quotation[] {
  const stretches = pairMarks(article);
  let at = 0;
  const lines = article.paragraphs.map((paragraph) => {
    const from = at;
    while (stretches[at]?.paragraph === paragraph) at += 1;
    return readLine(article, paragraph, stretches.slice(from, at));
  });
  const stage = new Stage(article.text, namesIn(article.text, lines));
  const quotations = lines.flatMap((line, index) => stage.read(article, line, lines[index - 1]));
  return joinRuns(quotations);
}

/** Follows an article sentence by sentence and remembers who has the word. */
class Stage {
  readonly #text: string;
  readonly #known: KnownNames;
  /** Who was last heard or spoken of, and in which paragraph. */
  #focus: { figure: Figure; paragraph: number; spoke: boolean } | null = null;

  constructor(text: string, known: KnownNames) {
    this.#text = text;
    this.#known = known;
  }

  read(article: Article, line: Line, before: Line | undefined): Draft[] {
    const { tokens, paragraph, sentences } = line;
    const drafts: Draft[] = [];
    if (paragraph.role === 'credits') return drafts;
    let last: { voice: Voice; at: number } | null = null;
    for (let sentence = 0; sentence < sentences.length - 1; sentence += 1) {
      const from = sentences[sentence] ?? 0;
      const to = sentences[sentence + 1] ?? tokens.length;
      let spoken: Voice | null = null;
      for (let at = from; at < to; at += 1) {
        const quoted = tokens[at]?.quoted;
        if (!quoted) continue;
        const attribution = attribute(this.#text, line, at);
        const candidate = readCandidate(this.#text.slice(quoted.start, quoted.end));
        if (
          !isSpeech(candidate, tokens, at, attribution, paragraph.role === 'heading') &&
          !quoted.continues &&
          !quoted.runsOn
        )
          continue;
        let voice: Voice | null = null;
        if (attribution) {
          voice = attribution.phrase && this.#voice(line, attribution.phrase, sentence);
          voice ??= { figure: null, mention: null, sentence };
        } else if (paragraph.role !== 'heading') voice = this.#carriedOn(line, at, last, before);
        if (voice) last = { voice, at };
        if (voice?.figure) spoken = voice;
        drafts.push({
          article,
          paragraph,
          start: quoted.start,
          end: quoted.end,
          text: this.#text.slice(quoted.start, quoted.end),
          speaker: speakerOf(this.#text, voice),
          wholeSentence:
            candidate.opensSentence && (candidate.closesSentence || candidate.words.length > 5),
          runsOn: quoted.runsOn,
          continues: quoted.continues,
        });
      }
      if (paragraph.role !== 'heading') this.#moveFocus(line, from, to, spoken);
    }
    return drafts;
  }

  /** The quotation goes on where the last one of the paragraph stopped, or the sentence before hands it over. */
  #carriedOn(
    line: Line,
    at: number,
    last: { voice: Voice; at: number } | null,
    before: Line | undefined,
  ): Voice | null {
    const { tokens, sentences } = line;
    const sentence = tokens[at]?.sentence ?? 0;
    const from = sentences[sentence] ?? 0;
    if (
      last &&
      (tokens[last.at]?.sentence === sentence ||
        (from === at &&
          Math.max(last.voice.sentence, tokens[last.at]?.sentence ?? 0) >= sentence - 1))
    )
      return last.voice;
    if (from !== at) return null;
    if (at > 0) {
      const start = sentences[sentence - 1] ?? 0;
      const phrase = speakerOfSentence(line, start, at);
      return phrase && this.#voice(line, phrase, sentence - 1);
    }
    if (before && before.tokens.at(-1)?.text === ':') {
      const end = before.tokens.length;
      const start = sentenceStart(before, end - 1);
      const phrase = speakerOfSentence(before, start, end);
      return phrase && this.#voice(before, phrase, -1);
    }
    return null;
  }

  #voice(line: Line, phrase: Phrase, sentence: number): Voice | null {
    const mention = mentionOf(this.#text, line.tokens, phrase);
    const figure =
      mention.kind === 'pronoun'
        ? this.#antecedent(line, phrase, mention)
        : figureOf(mention, line.paragraph.number, this.#known);
    return { figure, mention, sentence };
  }

  /** Whom "she" or "it" means: the subject of the same sentence, else who was last heard or spoken of. */
  #antecedent(line: Line, phrase: Phrase, mention: Mention): Figure | null {
    const [pronoun = ''] = mention.words;
    const personal = ['he', 'she', 'his', 'her'].includes(pronoun);
    if (!personal && pronoun !== 'it' && pronoun !== 'its' && pronoun !== 'they') return null;
    const fits = (figure: Figure | null): Figure | null =>
      figure && (personal ? isSomebody(figure) : !isSomebody(figure))
        ? { ...figure, fuller: true }
        : null;
    const start = sentenceStart(line, phrase.from);
    const subject = sentenceSubject(line.tokens, start, phrase.from);
    const inSentence = subject && subject.to <= phrase.from ? this.#subject(line, subject) : null;
    if (inSentence && fits(inSentence)) return fits(inSentence);
    const focus = this.#focus;
    if (!focus || line.paragraph.number - focus.paragraph > PARAGRAPHS_BACK) return null;
    return fits(focus.figure);
  }

  /** The figure a sentence begins with, by name; of "Sheinbaum’s comments" Sheinbaum. */
  #subject(line: Line, phrase: Phrase): Figure | null {
    const { tokens } = line;
    for (let at = phrase.from; at < phrase.to; at += 1)
      if (tokens[at]?.possessive && tokens[at]?.capital) {
        const owner = mentionOf(this.#text, tokens, { from: phrase.from, to: at + 1 });
        const core = { ...owner, kind: 'name' as const };
        return figureOf(core, line.paragraph.number, this.#known);
      }
    const mention = mentionOf(this.#text, tokens, phrase);
    if (mention.kind === 'pronoun') return null;
    return figureOf(mention, line.paragraph.number, this.#known);
  }

  /** After a sentence: who spoke in it has the word, else whom it speaks of. */
  #moveFocus(line: Line, from: number, to: number, spoken: Voice | null): void {
    const paragraph = line.paragraph.number;
    if (spoken?.figure) {
      this.#focus = { figure: spoken.figure, paragraph, spoke: true };
      return;
    }
    const saying = speakerOfSentence(line, from, to);
    const phrase = saying ?? sentenceSubject(line.tokens, from, to);
    if (!phrase) return;
    const mention = mentionOf(this.#text, line.tokens, phrase);
    if (mention.kind === 'pronoun') {
      const same = this.#antecedent(line, phrase, mention);
      if (same) this.#focus = { figure: same, paragraph, spoke: saying !== null };
      return;
    }
    const figure = this.#subject(line, phrase);
    if (figure && (isSomebody(figure) || figure.named || figure.person === false))
      this.#focus = { figure, paragraph, spoke: saying !== null };
  }
}

/** A person, or a name of two words that is no body's. */
function isSomebody({ person, words, named }: Figure): boolean {
  return person ?? (named && words.length > 1);
}

interface Draft extends Quotation {
  readonly runsOn: boolean;
  readonly continues: boolean;
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
  for (let at = 1; at < drafts.length; at += 1)
    if (drafts[at]?.continues && drafts[at - 1]?.runsOn) {
      const before = speakers[at - 1];
      if (before && speakers[at]?.basis === 'none') speakers[at] = before;
    }
  for (let at = drafts.length - 2; at >= 0; at -= 1)
    if (drafts[at + 1]?.continues && drafts[at]?.runsOn) {
      const after = speakers[at + 1];
      if (after && speakers[at]?.basis === 'none') speakers[at] = after;
    }
  return drafts.map(({ runsOn: _runsOn, continues: _continues, ...quotation }, index) => ({
    ...quotation,
    speaker: speakers[index] ?? quotation.speaker,
  }));
}
