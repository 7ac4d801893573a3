import { type Sentence, splitSentences } from '../corpus/article/split-sentences.js';
import { tokenize } from '../search/index/terms.js';
import type { Span } from './answer.js';

/** About what a reader takes in at a glance; whole sentences up to this length are cited together. */
export const CITATION_LENGTH = 450;
/** A sentence longer than this is shown in part, cut between words and said to be cut. */
export const SENTENCE_CEILING = 1_200;

/** Which word of the question a word of the text stands for, if any; its weight says how much that tells. */
export type Recognise = (
  word: string,
) => { readonly word: string; readonly idf: number } | undefined;

/** The best slice of one paragraph for a question; offsets count in the paragraph. */
export interface Cut extends Span {
  readonly insideSentence: boolean;
  /** Where the question's words stand inside the slice. */
  readonly marks: readonly Span[];
}

/** A word of the question, where it stands in the text. */
interface FoundWord extends Span {
  readonly word: string;
  readonly idf: number;
}

/** The words of the question in a text, in order. */
export function findWords(text: string, recognise: Recognise): FoundWord[] {
  return tokenize(text).flatMap(({ word, start, end }): FoundWord[] => {
    const asked = recognise(word);
    return asked ? [{ ...asked, start, end }] : [];
  });
}

/**
 * The run of whole sentences, at most about 450 characters long, that holds most of what was asked.
 * Of runs that hold as much, the longest gives most context; then the first is taken.
 */
export function cutCitation(
  paragraph: string,
  recognise: Recognise,
  length = CITATION_LENGTH,
): Cut {
  const found = findWords(paragraph, recognise);
  const span =
    paragraph.length <= length
      ? { start: 0, end: paragraph.length }
      : bestRun(splitSentences(paragraph), found, length);
  const insideSentence = span.end - span.start > SENTENCE_CEILING;
  const { start, end } = insideSentence ? bestWindow(paragraph, span, found) : span;
  const marks = found
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ start: mark.start, end: mark.end }));
  return { start, end, insideSentence, marks };
}

function bestRun(
  sentences: readonly Sentence[],
  found: readonly FoundWord[],
  length: number,
): Span {
  let best: { span: Span; value: number } | null = null;
  let firstFound = 0;
  for (const [index, { start }] of sentences.entries()) {
    while ((found[firstFound]?.start ?? Infinity) < start) firstFound += 1;
    const seen = new Set<string>();
    let value = 0;
    let nextFound = firstFound;
    for (const { end } of sentences.slice(index, index + MOST_SENTENCES)) {
      const single = end === sentences[index]?.end;
      if (!single && end - start > length) break;
      for (let at = found[nextFound]; at && at.end <= end; at = found[nextFound]) {
        if (!seen.has(at.word)) value += at.idf;
        seen.add(at.word);
        nextFound += 1;
      }
      const longer = best !== null && end - start > best.span.end - best.span.start;
      if (best === null || value > best.value || (value === best.value && longer))
        best = { span: { start, end }, value };
    }
  }
  return best?.span ?? { start: 0, end: 0 };
}

/** No 450 characters hold more sentences that a reader would call so. */
const MOST_SENTENCES = 40;

/** Where a sentence is too long: the stretch between two white spaces that holds most of what was asked. */
function bestWindow(text: string, span: Span, found: readonly FoundWord[]): Span {
  const inside = found.filter(({ start, end }) => start >= span.start && end <= span.end);
  let best = { from: span.start, until: span.start, value: -1 };
  for (const [index, { start, end: until }] of inside.entries()) {
    const seen = new Set<string>();
    let value = 0;
    for (let at = index; (inside[at]?.end ?? Infinity) <= start + CITATION_LENGTH; at += 1) {
      const mark = inside[at];
      if (mark && !seen.has(mark.word)) value += mark.idf;
      if (mark) seen.add(mark.word);
    }
    if (value > best.value) best = { from: start, until, value };
    if (index > SENTENCE_CEILING) break;
  }
  const lead = Math.max(span.start, Math.min(best.from - LEAD_IN, span.end - CITATION_LENGTH));
  const start = lead === span.start ? lead : wordStart(text, lead, best.from);
  const end = wordEnd(
    text,
    Math.max(start, best.until),
    Math.min(span.end, start + CITATION_LENGTH),
  );
  return { start, end };
}

/** Characters shown before the first word that was asked for. */
const LEAD_IN = 80;

function wordStart(text: string, from: number, latest: number): number {
  for (let at = from; at <= latest; at += 1)
    if (/\s/.test(text[at - 1] ?? '') && /\S/.test(text[at] ?? '')) return at;
  return wholeCharacter(text, from);
}

/** The last end of a word up to `to`, but not before `earliest`: what was asked for must not be cut away. */
function wordEnd(text: string, earliest: number, to: number): number {
  if (to === text.length) return to;
  for (let at = to; at >= earliest; at -= 1)
    if (/\s/.test(text[at] ?? '') && /\S/.test(text[at - 1] ?? '')) return at;
  return wholeCharacter(text, to);
}

/** `at`, or one less where it would fall between the two halves of a character that takes two code units. */
export function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
