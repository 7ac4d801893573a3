import type { Span } from '../../answer/answer.js';
import { SENTENCE_CEILING } from '../../answer/cut-citation.js';
import { type Article, type Paragraph, problemsOf } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { partitionPoint } from '../../corpus/partition-point.js';
import { type Forgiven, FORGIVEN_KINDS, type QuotePart, type QuotePlace } from './checked-quote.js';
import { quotationsIn } from '../quotations-in.js';

/** A place from the stretches of an article that hold the words; a stretch over a paragraph's end makes two parts. */
export function quotePlace(
  article: Article,
  stretches: readonly Span[],
  { leftOut, forgiven }: { readonly leftOut: number; readonly forgiven: ReadonlySet<Forgiven> },
): QuotePlace {
  const parts = stretches.flatMap((stretch) => partsOf(article, stretch));
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? 0;
  const quotations = quotationsIn(article).filter((quotation) =>
    parts.some((part) => part.start < quotation.end && quotation.start < part.end),
  );
  return {
    article,
    start,
    end,
    parts,
    quotations,
    leftOut,
    forgiven: FORGIVEN_KINDS.filter((kind) => forgiven.has(kind)),
  };
}

function partsOf(article: Article, stretch: Span): QuotePart[] {
  const parts: QuotePart[] = [];
  for (let at = paragraphAt(article, stretch.start); ; at += 1) {
    const paragraph = article.paragraphs[at];
    if (!paragraph || paragraph.start >= stretch.end) return parts;
    const start = Math.max(stretch.start, paragraph.start);
    const end = Math.min(stretch.end, paragraph.end);
    parts.push({
      start,
      end,
      text: article.text.slice(start, end),
      passage: { article, paragraph },
      problems: problemsOf(article, paragraph.number),
      around: sentencesAround(article, paragraph, { start, end }),
    });
  }
}

function sentencesAround({ text }: Article, paragraph: Paragraph, part: Span): Span {
  const touched = splitSentences(text.slice(paragraph.start, paragraph.end)).filter(
    ({ start, end }) => paragraph.start + start < part.end && part.start < paragraph.start + end,
  );
  const start = Math.min(part.start, paragraph.start + (touched[0]?.start ?? Infinity));
  const end = Math.max(part.end, paragraph.start + (touched.at(-1)?.end ?? 0));
  const tooLong = end - start > part.end - part.start + SENTENCE_CEILING;
  return tooLong ? { start: part.start, end: part.end } : { start, end };
}

/** The place, from 0, of the last paragraph that begins at or before an offset. */
export function paragraphAt({ paragraphs }: Article, offset: number): number {
  const after = partitionPoint(
    paragraphs.length,
    (index) => (paragraphs[index]?.start ?? Infinity) > offset,
  );
  return Math.max(0, after - 1);
}
