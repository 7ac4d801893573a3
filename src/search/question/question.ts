import { type Day, isDay } from '../../corpus/article/article.js';
import { tokenize } from '../index/terms.js';
import { withoutAddresses } from './pasted-text.js';
import { isFramingWord, isStopWord } from './stop-words.js';

/** A question as it was typed, taken apart. Nothing in it depends on the archive yet. */
export interface Question {
  /** As typed, white space at the ends left out. */
  readonly text: string;
  /** The words that say what is asked for, each once, in the order typed. */
  readonly words: readonly QuestionWord[];
  /** `"an exact phrase"`, in words. */
  readonly phrases: readonly (readonly string[])[];
  /**
   * Every passage must hold each phrase, word for word. So only where nothing else is asked: beside other words marks
   * quote a title or somebody's words, which speak for a passage and bar none.
   */
  readonly phrasesBind: boolean;
  /** `-word` and `-"a phrase"`: no passage may hold any of them. */
  readonly without: readonly (readonly string[])[];
  readonly filters: Filters;
}

export interface QuestionWord {
  /** As it is compared: without case and accents. */
  readonly word: string;
  /** As typed. */
  readonly surface: string;
  /** How much the word counts: 1, and less for what only the questions before it in a thread said. */
  readonly share: number;
  /** Written with a capital inside the question: a name, most likely. */
  readonly isName: boolean;
}

/** `from:cnn`, `since:2025-01` (or `after:`), `before:2025-02-01`. */
export interface Filters {
  /** Outlets or beginnings of file names; a passage must come from one of them. Empty: from anywhere. */
  readonly from: readonly string[];
  /** The first day that counts. */
  readonly since: Day | null;
  /** The first day that no longer counts. */
  readonly before: Day | null;
}

/** Thrown for a question that cannot be read; the message says what was expected, in words for its author. */
export class QuestionError extends Error {
  override readonly name: string = 'QuestionError';
  readonly code: string = 'bad-question';
}

/** The longest question that is read: about 3,000 words of pasted text, and no more work than that. */
export const MAX_QUESTION_LENGTH = 20_000;

/** Whoever types search terms leaves out "did", "the", "of"; with this many the question is a sentence. */
const SENTENCE_FUNCTION_WORDS = 3;

const PART =
  /(?<minus>(?<![^\s])-(?=\S))?(?:(?<filter>from|form|since|after|before):)?(?:"(?<straight>[^"]*)"|“(?<curly>[^”"]*)[”"]|«(?<angled>[^»]*)»|(?<bare>(?:united (?:states|nations|kingdom)|european union|associated press|per cent)\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d+\b|[^\s"“«]+))/giu;

/**
 * Takes a question apart: words, phrases, exclusions, filters.
 * @throws QuestionError for a filter whose value cannot be read, or a question that is too long
 */
export function parseQuestion(input: string): Question {
  const text = input.trim();
  if (text.length > MAX_QUESTION_LENGTH)
    throw new QuestionError(
      `The question is ${text.length.toLocaleString('en')} characters long; up to ${MAX_QUESTION_LENGTH.toLocaleString('en')} can be read. Ask with the words that matter.`,
    );
  const phrases: string[][] = [];
  const without: string[][] = [];
  const from: string[] = [];
  let since: Day | null = null;
  let before: Day | null = null;
  const words = new Map<string, QuestionWord>();
  const asked = withoutAddresses(text);
  const sentence = isSentence(asked);
  let besidePhrases = 0;

  const keepWords = (source: string, startsQuestion: boolean): string[] => {
    const tokens = tokenize(source);
    for (const [index, { word, start, end }] of tokens.entries()) {
      const surface = source.slice(start, end);
      const isName = /^\p{Lu}/u.test(surface) && !(startsQuestion && index === 0);
      if (!words.has(word)) words.set(word, { word, surface, share: 1, isName });
    }
    return tokens.map(({ word }) => word);
  };

  for (const match of asked.matchAll(PART)) {
    const { minus, filter, straight, curly, angled, bare } = match.groups ?? {};
    const quoted = straight ?? curly ?? angled;
    const value = (quoted ?? bare ?? '').trim();
    const name = nameOf(filter?.toLowerCase(), sentence);
    // In a sentence a dash before a word parts it from the others, and a colon begins a list.
    if (sentence && (minus !== undefined || filter !== undefined) && !readsAsFilter(name, value))
      besidePhrases += keepWords(value, false).length;
    else if (name !== undefined) {
      if (minus !== undefined)
        throw new QuestionError(
          `-${name}: is not read; ${name}: says what to keep. Leave out a word with -word or -"a phrase".`,
        );
      if (name === 'from') from.push(readSource(value));
      else if (name === 'since') since = readDay(name, value);
      else before = readDay(name, value);
    } else if (minus !== undefined) {
      const sequence = tokenize(value).map(({ word }) => word);
      if (sequence.length > 0) without.push(sequence);
    } else {
      const kept = keepWords(value, match.index === 0);
      if (quoted === undefined) besidePhrases += kept.filter(saysSomething).length;
      else if (kept.length > 0) phrases.push(kept);
    }
  }
  return {
    text,
    words: contentWords([...words.values()], phrases),
    phrases,
    phrasesBind: besidePhrases === 0 && !sentence,
    without,
    filters: { from, since, before },
  };
}

function saysSomething(word: string): boolean {
  return !isStopWord(word) && !isFramingWord(word);
}

/** Told by its small words outside marks. */
function isSentence(text: string): boolean {
  const plain = text.replace(/"[^"]*"|“[^”"]*[”"]|«[^»]*»/gu, ' ');
  return tokenize(plain).filter(({ word }) => isStopWord(word)).length >= SENTENCE_FUNCTION_WORDS;
}

/** As a filter is called here: `after` is what others call `since`, and `form` a slip that in a sentence is none. */
function nameOf(typed: string | undefined, sentence: boolean): string | undefined {
  if (typed === 'after') return 'since';
  return typed === 'form' ? (sentence ? undefined : 'from') : typed;
}

/** A filter that can be read is one in a sentence too. */
function readsAsFilter(name: string | undefined, value: string): boolean {
  if (name === undefined) return false;
  return name === 'from' ? tokenize(value).length > 0 : parseDay(value) !== null;
}

/** Framing words count only where nothing else is asked, stop words only inside an exact phrase of nothing else. */
function contentWords(words: QuestionWord[], phrases: string[][]): QuestionWord[] {
  const inPhrase = new Set(phrases.flat());
  const content = words.filter(({ word }) => !isStopWord(word));
  const subject = content.filter(({ word }) => inPhrase.has(word) || !isFramingWord(word));
  if (subject.length > 0) return subject;
  return content.length > 0 ? content : words.filter(({ word }) => inPhrase.has(word));
}

function readSource(value: string): string {
  if (tokenize(value).length === 0)
    throw new QuestionError(
      'from: needs an outlet or the beginning of a file name right after it, such as from:cnn, from:"new york times" or from:003.',
    );
  return value;
}

function parseDay(value: string): Day | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value) ?? [];
  const read = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  return isDay(read) ? read : null;
}

function readDay(name: string, value: string): Day {
  const read = parseDay(value);
  if (read === null)
    throw new QuestionError(
      `${name}:${value} is not a date; expected a year, a month or a day right after it, such as ${name}:2025, ${name}:2025-01 or ${name}:2025-01-31.`,
    );
  return read;
}
