import type { Article } from '../../corpus/article/article.js';
import { type KnownNames, PARAGRAPHS_BACK, type Referent, referentOf } from './known-names.js';
import { isNameWord, type Mention, mentionOf } from './mention.js';
import { runFrom } from './names-in.js';
import { type Phrase, type ReportedLine, sentenceStart } from './read-line.js';
import { lastSpeaker, sentenceSubjects } from './subject-of.js';
import { canSpeak, isPersonOrPaper } from './words/speaking-nouns.js';
import { DETERMINERS, PAPERS, PREPOSITIONS } from './words/word-classes.js';

/** So many of those last heard or spoken of can be meant by "she". */
const REMEMBERED = 4;

/** Follows an article sentence by sentence and remembers who has the word, to tell whom "she" and "the ministry" mean. */
export class SpeakerFollower {
  readonly #article: Article;
  readonly #known: KnownNames;
  /** Who was heard or spoken of, the last first, and in which paragraph. */
  #recent: { referent: Referent; paragraph: number; spoke: boolean }[] = [];
  /** Who has spoken so far, by the words of the name. */
  readonly #heard = new Set<string>();
  /** How many paragraphs of text were read so far: a heading between two of them sets nobody apart. */
  #paragraph = 0;

  constructor(article: Article, known: KnownNames) {
    this.#article = article;
    this.#known = known;
  }

  enter({ paragraph }: ReportedLine): void {
    if (paragraph.role === 'text') this.#paragraph += 1;
  }

  /** Whom the words of a phrase mean; `null` where that cannot be told. */
  referentOf(line: ReportedLine, phrase: Phrase, mention: Mention): Referent | null {
    const [word = '', ...more] = mention.words;
    // "another wrote", "as one put it": nobody in particular.
    if (more.length === 0 && mention.kind === 'role' && DETERMINERS.has(word)) return null;
    if (mention.kind === 'pronoun') return this.#antecedent(line, phrase, mention);
    const referent = referentOf(mention, line.paragraph.number, this.#known);
    // "2010 …", "the streets …": whoever said it, it was none of these.
    return mention.kind === 'name' || referent.fuller || isSomebody(line, phrase, mention)
      ? referent
      : null;
  }

  /** After a sentence: who spoke in it has the word, else whom it speaks of. */
  leaveSentence(line: ReportedLine, from: number, to: number, spoken: Referent | null): void {
    if (spoken) {
      this.#heard.add(spoken.words.join(' '));
      this.#remember(spoken, true);
      return;
    }
    const saying = lastSpeaker(line.tokens, from, to);
    const phrase = saying ?? sentenceSubjects(line.tokens, from, to)[0];
    if (!phrase) return;
    const mention = mentionOf(this.#article.text, line.tokens, phrase);
    const referent =
      mention.kind === 'pronoun'
        ? this.#antecedent(line, phrase, mention)
        : this.#named(line, phrase);
    if (
      referent &&
      (mention.kind === 'pronoun' || this.#isPerson(referent) || (saying && referent.named))
    )
      this.#remember(referent, saying !== null);
    else if (mention.kind !== 'pronoun') {
      const about = this.#subject(line, from, to) ?? this.#onlyPerson(line, from, to);
      if (about) this.#remember(about, false);
    }
  }

  #remember(referent: Referent, spoke: boolean): void {
    const others = this.#recent.filter((one) => !isSame(one.referent, referent));
    this.#recent = [
      { referent, paragraph: this.#paragraph, spoke },
      ...others.slice(0, REMEMBERED - 1),
    ];
  }

  /**
   * Whom "she" or "it" means: the subject of the same sentence, else who was last heard or spoken of. A pronoun names
   * nobody; it only keeps from those whose title or given name speaks against it, and not even that in a text that
   * a machine translated, where "he" and "she" are anybody's.
   */
  #antecedent(
    line: ReportedLine,
    phrase: Phrase,
    { words: [pronoun = ''] }: Mention,
  ): Referent | null {
    const gender = GENDER[pronoun];
    if (gender === undefined) return null;
    const literal = this.#article.wording !== 'retranslated';
    const against = (referent: Referent): boolean =>
      literal && referent.gender !== null && referent.gender !== gender;
    const fits = (referent: Referent): boolean =>
      gender === null ? isBody(referent, pronoun) : this.#isPerson(referent) && !against(referent);
    const subject = this.#subject(line, sentenceStart(line, phrase.from), phrase.from);
    if (subject && fits(subject)) return { ...subject, fuller: true };
    for (const { referent, paragraph, spoke } of this.#recent) {
      if (this.#paragraph - paragraph > PARAGRAPHS_BACK) continue;
      // "Pienaar said it had to. “…,” he said": a surname alone, and nothing but its having spoken says that it is one.
      const heardHere =
        spoke && paragraph === this.#paragraph && referent.named && referent.person === null;
      if (fits(referent) || (heardHere && gender !== null && !against(referent)))
        return { ...referent, fuller: true };
      // Past somebody the pronoun cannot mean only to somebody it surely can.
      if (gender === null || !against(referent)) return null;
    }
    return null;
  }

  /** The referent a stretch of a sentence is about, by name: its subject, of "Sheinbaum’s comments" Sheinbaum. */
  #subject(line: ReportedLine, from: number, to: number): Referent | null {
    let body: Referent | null = null;
    for (const phrase of sentenceSubjects(line.tokens, from, to)) {
      const referent = this.#named(line, phrase);
      // After a comma a noun phrase is a subject only where its verb follows.
      const next = line.tokens[phrase.to];
      const verb = next?.kind === 'word' && !next.capital && !PREPOSITIONS.has(next.lower);
      if (!referent || (phrase.from > from && !(referent.named && verb))) continue;
      if (this.#isPerson(referent)) return referent;
      if (referent.named || referent.person === false) body ??= referent;
    }
    return body;
  }

  #named(line: ReportedLine, { from, to }: Phrase): Referent | null {
    const { tokens, paragraph } = line;
    const owner = tokens.slice(from, to).findIndex((token) => token.possessive && token.capital);
    const phrase = { from, to: owner < 0 ? to : from + owner + 1 };
    const mention = mentionOf(this.#article.text, tokens, phrase);
    return mention.kind === 'pronoun' ? null : referentOf(mention, paragraph.number, this.#known);
  }

  /** The one person a sentence names, whatever its subject: "That is where Miller’s memory stops." */
  #onlyPerson({ tokens, paragraph }: ReportedLine, from: number, to: number): Referent | null {
    let only: Referent | null = null;
    for (let at = from; at < to; at += 1) {
      if (!isNameWord(tokens, at)) continue;
      const run = runFrom(tokens, at);
      at = run.to - 1;
      const mention = mentionOf(this.#article.text, tokens, run);
      const referent = referentOf(mention, paragraph.number, this.#known);
      if (referent.person !== true) continue;
      if (only && !isSame(only, referent)) return null;
      only = referent;
    }
    return only;
  }

  /** A person by title, role or given name, or a name of two or three words that has spoken before. */
  #isPerson({ person, words, named }: Referent): boolean {
    const several = words.length > 1 && words.length < 4;
    return person ?? (named && several && this.#heard.has(words.join(' ')));
  }
}

/** A role whose noun is for somebody or something that can speak. */
function isSomebody({ tokens }: ReportedLine, { from, to }: Phrase, { called }: Mention): boolean {
  if (canSpeak(called ?? '')) return true;
  // "the letter signed by Ana Ruiz", "X user inejmydarling"
  for (let at = from; at < to - 1; at += 1) {
    const noun = tokens[at]?.lower ?? '';
    const handle = at === to - 2 && tokens[at - 1]?.capital === true;
    const goesOn = /(?:ed|ing)$/.test(tokens[at + 1]?.lower ?? '');
    if ((handle && canSpeak(noun)) || (goesOn && isPersonOrPaper(noun))) return true;
  }
  return false;
}

function isSame(a: Referent, b: Referent): boolean {
  return a.words.join(' ') === b.words.join(' ');
}

/** What a pronoun is said of; `null` for what is no single person. */
const GENDER: Readonly<Record<string, 'he' | 'she' | null>> = {
  he: 'he',
  his: 'he',
  she: 'she',
  her: 'she',
  it: null,
  its: null,
  they: null,
};

/** What "it" can mean: a ministry, a firm. "They" may be people as well, and follows only what is surely a body. */
function isBody({ person, words, named }: Referent, pronoun: string): boolean {
  const last = words.at(-1) ?? '';
  if (person === true || /^(?:day|week|month|year|season)$/.test(last)) return false;
  return person === false || PAPERS.has(last) || (pronoun !== 'they' && named);
}
