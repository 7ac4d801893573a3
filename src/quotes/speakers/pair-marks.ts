import type { Span } from '../../answer/answer.js';
import type { Article, Paragraph } from '../../corpus/article/article.js';
import { readMarks, readSingleMarks, type Mark, type MarkFamily } from './read-marks.js';

/** A stretch between the outermost quotation marks of one paragraph; nobody has yet asked what it is. */
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
  /** Those of the pairs that end where the next one opens again. */
  readonly breaks: readonly Span[];
  /** The last mark that opens and never closes. */
  readonly open: Mark | null;
  /** A closing mark before anything has opened. */
  readonly close: Mark | null;
  /** The paragraph begins with an opening mark of this family. */
  readonly begins: MarkFamily | 'single' | null;
}

/**
 * The quoted stretches of an article, in order; none overlaps another. Nested marks belong to the outermost.
 * A quotation may open every paragraph it runs through and close once; any other mark that never closes is passed over.
 */
export function pairMarks(article: Article): Quoted[] {
  const { text, paragraphs } = article;
  const pairings = paragraphs.map(({ start, end }) => pairLine(text, start, end));
  const quoted: Quoted[] = [];
  let continues = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const pairing = pairings[index];
    if (pairing === undefined) continue;
    const next = paragraphs[index + 1];
    const following = next?.role === paragraph.role ? pairings[index + 1] : undefined;
    const runsOn = paragraph.role === 'heading' ? null : runOn(pairing, following);
    const spans = [...pairing.pairs];
    if (continues && pairing.begins === null && pairing.close !== null)
      spans.unshift({ start: paragraph.start, end: pairing.close.end });
    if (runsOn !== null) spans.push({ start: runsOn.at, end: paragraph.end });
    const unclosed = new Set(
      [...pairing.breaks, ...(runsOn ? [{ start: runsOn.at }] : [])].map(({ start }) => start),
    );
    for (const [place, outer] of outermost(spans).entries()) {
      const open = unclosed.has(outer.start);
      const inner = inside(text, outer, open, continues && place === 0 && pairing.begins === null);
      if (inner.start < inner.end)
        quoted.push({ ...inner, outer, paragraph, runsOn: open, continues });
      continues = open;
    }
    if (runsOn === null) continues = false;
  }
  return quoted;
}

/** The mark from which a quotation runs into the next paragraph: that one opens again, or closes what is open. */
function runOn(pairing: Pairing, following: Pairing | undefined): Mark | null {
  const { open } = pairing;
  if (open === null || following === undefined) return null;
  if (following.begins === open.family) return open;
  return following.begins === null && following.close?.family === open.family ? open : null;
}

/** One pass with a stack: a closing mark takes the last open one of its family, and what opened since is dropped. */
function pairLine(text: string, from: number, to: number): Pairing {
  const pairs: Span[] = [];
  const breaks: Span[] = [];
  const stack: Mark[] = [];
  const waiting = { double: 0, angle: 0, corner: 0 };
  const marks = readMarks(text, from, to);
  let close: Mark | null = null;
  let lastPair = -1;
  for (const mark of marks) {
    const { family } = mark;
    if (mark.closes && waiting[family] > 0) {
      let opener = stack.pop();
      while (opener && opener.family !== family) {
        waiting[opener.family] -= 1;
        opener = stack.pop();
      }
      waiting[family] -= 1;
      if (opener) {
        pairs.push({ start: opener.at, end: mark.end });
        lastPair = opener.at;
      }
    } else if (mark.opens && !isInches(text, mark)) {
      const open = stack.at(-1);
      if (open?.family === family && opensAgain(text, mark)) {
        // Paragraphs of one quotation that were run together into one line.
        const end = sentenceBefore(text, mark);
        if (!SPEAKER_INSIDE.test(text.slice(open.at, end))) breaks.push({ start: open.at, end });
        stack.pop();
        waiting[family] -= 1;
        lastPair = open.at;
      }
      stack.push(mark);
      waiting[family] += 1;
    } else if (mark.closes && pairs.length === 0 && stack.length === 0 && !isInches(text, mark))
      close ??= mark;
  }
  const open = stack.at(-1) ?? null;
  const doubles = outermost([...pairs, ...breaks]);
  const singles = pairSingles(text, from, to, doubles);
  const first = marks[0];
  const begins = first?.at === from && first.opens ? first.family : null;
  return {
    pairs: [...doubles, ...singles],
    breaks,
    open: open !== null && open.at > lastPair ? open : null,
    close,
    begins: begins ?? (singles[0]?.start === from ? 'single' : null),
  };
}

/** A mark at the head of a sentence while one is open: the quotation goes on in what was a paragraph of its own. */
function opensAgain(text: string, mark: Mark): boolean {
  return (
    /[.!?…]\s+$/.test(text.slice(Math.max(0, mark.at - 4), mark.at)) &&
    /\S/.test(text[mark.end] ?? '')
  );
}

/** Where somebody forgot to close, the reporter's own words follow inside. */
const SPEAKER_INSIDE = /\b(?:said|says|told|added|wrote)\b/;

function sentenceBefore(text: string, mark: Mark): number {
  let end = mark.at;
  while (/\s/u.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** A screen of 65" opens nothing. */
function isInches(text: string, mark: Mark): boolean {
  return /["”＂]/.test(text[mark.at] ?? '') && /\d/.test(text[mark.at - 1] ?? '');
}

function pairSingles(text: string, from: number, to: number, doubles: readonly Span[]): Span[] {
  const marks = readSingleMarks(text, from, to);
  if (marks.length === 0) return [];
  let at = 0;
  const outside = marks.filter((mark) => {
    while ((doubles[at]?.end ?? Infinity) <= mark.at) at += 1;
    return !((doubles[at]?.start ?? Infinity) < mark.at);
  });
  const pairs: Span[] = [];
  let open: number | null = null;
  for (const [index, mark] of outside.entries()) {
    if (mark.role === 'opens') open = mark.at;
    else if (open !== null) {
      const another = outside[index + 1];
      if (mark.role === 'maybe' && another && another.role !== 'opens') continue;
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
function inside(text: string, outer: Span, noClose: boolean, noOpen: boolean): Span {
  let start = outer.start + (noOpen ? 0 : markLength(text, outer.start));
  let end = outer.end - (noClose ? 0 : markLength(text, outer.end - 1, -1));
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

function markLength(text: string, at: number, step = 1): number {
  const mark = text[at] ?? '';
  return /[`']/.test(mark) && text[at + step] === mark ? 2 : 1;
}
