import { problemsOf } from '../../corpus/article/article.js';
import type { CitationContext, CitationRef, Excerpt, Span, Why } from '../answer.js';
import { askView, MAX_LIMIT } from '../ask.js';
import { fingerprint } from '../fingerprint.js';
import type { View } from './view.js';

/** The cited slice among its neighbours, or `null` when the view shows no such words any more. */
export function lookUp(view: View, ref: CitationRef): CitationContext | null {
  const passage = findPassage(view, ref);
  if (!passage) return null;
  const { article, paragraph } = passage;
  if (fingerprint(article.text.slice(ref.start, ref.end)) !== ref.fingerprint) return null;
  const neighbour = (number: number): Span | null => article.paragraphs[number - 1] ?? null;
  return {
    ref,
    article,
    passage,
    problems: problemsOf(article, paragraph.number),
    before: neighbour(paragraph.number - 1),
    after: neighbour(paragraph.number + 1),
  };
}

/** Why the slice was cited for a question; `null` when that question does not bring its paragraph any more. */
export function explain(
  view: View,
  ref: CitationRef,
  { question, thread }: { readonly question: string; readonly thread: readonly string[] },
): Why | null {
  const passage = findPassage(view, ref);
  const { citations } = askView(view, question, { limit: MAX_LIMIT, thread });
  return (
    citations.find((citation) => citation.passage.paragraph === passage?.paragraph)?.why ?? null
  );
}

function findPassage(view: View, { file, start, end }: CitationRef): Excerpt['passage'] | null {
  const article = view.articles.find((one) => one.file === file);
  const paragraph = article?.paragraphs.find((one) => one.start <= start && end <= one.end);
  return article && paragraph ? { article, paragraph } : null;
}
