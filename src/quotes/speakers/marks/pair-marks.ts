import type { Span } from '../../../answer/answer.js';
import type { Article, Paragraph } from '../../../corpus/article/article.js';
import { splitSentences } from '../../../corpus/article/split-sentences.js';
import { type MarkFamily, type QuotationMark, readMarks, readSingleMarks } from './read-marks.js';
import { turnsIn } from './turns-in.js';

/**
 * A stretch between the outermost quotation marks of one paragraph, or a turn of a transcript, which has none; nobody has
 * yet asked what it is.
 */
export interface Quoted extends Span {
  readonly paragraph: Paragraph;
  /** With its marks. */
  readonly outer: Span;
  /** It does not close here: the next paragraph opens again. */
  readonly runsOn: boolean;
  /** It opened in the paragraph before. */
  readonly continues: boolean;
}

/** What the marks of one paragraph make: pairs, and what is left open or closed. */
interface Pairing {
  readonly pairs: readonly Span[];
  /** Where those of the pairs begin that have no closing mark and go on where the next one opens again. */
  readonly breaks: ReadonlySet<number>;
  /** The last mark that opens and never closes. */
  readonly open: QuotationMark | null;
  /** A closing mark before anything has opened. */
  readonly close: QuotationMark | null;
  /** The paragraph begins with an opening mark of this family. */
  readonly begins: MarkFamily | 'single' | null;
}

/**
 * The quoted stretches of an article, in order; none overlaps another. Nested marks belong to the outermost.
 * A quotation may open every paragraph it runs through and close once; where any other mark never closes, the quotation
 * ends with the sentence that it begins.
 */
export function pairMarks(article: Article): Quoted[] {
  const { text, paragraphs } = article;
  const turns = turnsIn(article);
  const pairings = paragraphs.map(({ start, end }) => pairLine(text, start, end));
  const quoted: Quoted[] = [];
  let continues = false;
  for (const [index, pairing] of pairings.entries()) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const turn = turns.get(paragraph);
    if (turn) {
      quoted.push({ ...turn, outer: turn, paragraph, runsOn: false, continues: false });
      continues = false;
      continue;
    }
    const following =
      paragraphs[index + 1]?.role === paragraph.role ? pairings[index + 1] : undefined;
    const runsOn = paragraph.role === 'heading' ? null : runOn(pairing, following);
    const spans = [...pairing.pairs];
    const unopened = continues && pairing.begins === null && pairing.close !== null;
    if (unopened) spans.push({ start: paragraph.start, end: pairing.close.end });
    const left = paragraph.role === 'heading' ? null : pairing.open;
    const last = left && !left.closes ? firstSentence(text, left, paragraph.end) : null;
    if (runsOn) spans.push({ start: runsOn.at, end: paragraph.end });
    else if (last) spans.push(last);
    for (const outer of outermost(spans)) {
      const open = outer.start === runsOn?.at || pairing.breaks.has(outer.start);
      const unclosed = open || outer === last;
      const inner = inside(text, outer, unopened && outer.start === paragraph.start, unclosed);
      if (inner.start < inner.end)
        quoted.push({ ...inner, outer, paragraph, runsOn: open, continues });
      continues = open;
    }
    continues &&= runsOn !== null;
  }
  return quoted;
}

/** The mark from which a quotation runs into the next paragraph: that one opens again, or closes what is open. */
function runOn({ open }: Pairing, following: Pairing | undefined): QuotationMark | null {
  if (open === null || following === undefined) return null;
  return (following.begins ?? following.close?.family) === open.family ? open : null;
}

/** A closing mark takes the last open one of its family. */
function pairLine(text: string, from: number, to: number): Pairing {
  const pairs: Span[] = [];
  const breaks = new Set<number>();
  const stacks: Record<MarkFamily, QuotationMark[]> = { double: [], angle: [], corner: [] };
  const marks = readMarks(text, from, to);
  let close: QuotationMark | null = null;
  let lastPair = -1;
  for (const mark of marks) {
    const stack = stacks[mark.family];
    const opener = stack.at(-1);
    if (opener && mark.closes) pairs.push({ start: opener.at, end: mark.end });
    else if (opener && mark.opens && opensAgain(text, mark)) {
      // Paragraphs of one quotation that were run together into one line, or a mark that somebody forgot.
      const sentence = firstSentence(text, opener, mark.at);
      if (sentence) {
        pairs.push(sentence);
        breaks.add(opener.at);
      }
    } else {
      if (mark.opens) stack.push(mark);
      else if (pairs.length === 0) close ??= mark;
      continue;
    }
    stack.pop();
    lastPair = opener.at;
    if (!mark.closes) stack.push(mark);
  }
  const open = Object.values(stacks)
    .flatMap((stack) => stack.slice(-1))
    .toSorted((a, b) => b.at - a.at)[0];
  const doubles = outermost(pairs);
  const singles = pairSingles(text, from, to, doubles);
  const [first] = marks;
  return {
    pairs: [...doubles, ...singles],
    breaks,
    open: open && open.at > lastPair ? open : null,
    close,
    begins:
      first?.at === from && first.opens
        ? first.family
        : singles[0]?.start === from
          ? 'single'
          : null,
  };
}

/** A mark at the head of a sentence while one is open: the quotation goes on in what was a paragraph of its own. */
function opensAgain(text: string, { at, end }: QuotationMark): boolean {
  return /[.!?…]\s+$/.test(text.slice(Math.max(0, at - 4), at)) && /\S/.test(text[end] ?? '');
}

/**
 * From a mark that never closes to the end of its sentence, for further on the words may be the reporter's; `null` where
 * the sentence has no end before `to`, or the reporter's words follow in it.
 */
function firstSentence(text: string, { at, end }: QuotationMark, to: number): Span | null {
  const [sentence] = splitSentences(text.slice(end, to));
  const words = sentence && text.slice(end, end + sentence.end).trimEnd();
  if (!words || !/[.!?…]$/.test(words) || SPEAKER_INSIDE.test(words)) return null;
  return { start: at, end: end + words.length };
}

/** Where somebody forgot to close, the reporter's own words follow inside. */
const SPEAKER_INSIDE = /\b(?:said|says|told|added|wrote)\b/;

/** The pairs of single marks outside the stretches that doubles enclose. */
function pairSingles(text: string, from: number, to: number, doubles: readonly Span[]): Span[] {
  let at = 0;
  const marks = readSingleMarks(text, from, to).filter((mark) => {
    while ((doubles[at]?.end ?? Infinity) <= mark.at) at += 1;
    return mark.at < (doubles[at]?.start ?? Infinity);
  });
  const pairs: Span[] = [];
  let open: number | null = null;
  for (const [index, mark] of marks.entries()) {
    const another = marks[index + 1];
    if (mark.role === 'opens') open = mark.at;
    else if (open !== null && !(mark.role === 'maybe' && another && another.role !== 'opens')) {
      pairs.push({ start: open, end: mark.at + 1 });
      open = null;
    }
  }
  return pairs;
}

/** Of spans that may hold one another but never cross, those that stand in no other. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Between the marks, white space at the ends left out. */
function inside(text: string, outer: Span, unopened: boolean, unclosed: boolean): Span {
  const words = text.slice(outer.start, outer.end);
  const opening = unopened ? '' : (/^(?:``|''|.)\s*/su.exec(words)?.[0] ?? '');
  const closing = unclosed ? '' : (/(?:''|.)$/su.exec(words.slice(opening.length))?.[0] ?? '');
  const inner = words.slice(opening.length, words.length - closing.length);
  const start = outer.start + opening.length + (inner.length - inner.trimStart().length);
  return { start, end: start + inner.trim().length };
}
