import { type Article, isEmbargoed, problemsOf } from '../../corpus/article/article.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import type { ArticleFolder } from '../../corpus/folder/article-folder.js';
import { readArticle } from '../../corpus/folder/read-article.js';
import { readText } from '../../corpus/folder/read-text.js';
import type { Work } from '../../corpus/slices.js';
import {
  type CitationContext,
  type CitationRef,
  type Excerpt,
  fingerprint,
  type Span,
  type Verdict,
  type Why,
} from '../answer.js';
import { askView, MAX_LIMIT } from '../ask.js';
import type { View } from './view.js';

const NOT_SHOWN: Verdict = { kind: 'not shown' };

/** Reads the file again and tells whether the cited words still stand in it. */
export async function verifyCitation(
  ref: CitationRef,
  needs: {
    readonly folder: ArticleFolder;
    readonly view: () => View;
    readonly now: () => Date;
  },
): Promise<Verdict> {
  const shown = (): Article | undefined =>
    needs.view().articles.find(({ file }) => file === ref.file);
  if (!shown()) return NOT_SHOWN;
  const read = await readText(needs.folder, ref.file);
  if ('reason' in read) return { kind: 'unreadable', reason: read.reason };
  const { article: fresh } = readArticle({ file: ref.file, ...read }, {});
  // While the file was read an embargo may have been laid on it, from beside it or in it.
  const article = shown();
  if (!article || (fresh && isEmbargoed(fresh, needs.now()))) return NOT_SHOWN;
  if (!fresh) return { kind: 'unreadable', reason: 'there are no words in it' };
  return compareWithFile(ref, fresh, article.withdrawn ?? fresh.withdrawn);
}

/** Whether the words of a citation stand in its file as it was read just now. Those of a withdrawn article are not shown. */
function compareWithFile(
  ref: CitationRef,
  { text, paragraphs }: Article,
  withdrawn: string | null,
): Verdict {
  const length = ref.end - ref.start;
  const standsAt = (start: number): boolean =>
    fingerprint(text.slice(start, start + length)) === ref.fingerprint;
  const note = withdrawn === null ? {} : { withdrawn };
  if (standsAt(ref.start)) return { kind: 'identical', ...note };
  for (const paragraph of paragraphs) {
    if (paragraph.end - paragraph.start < length) continue;
    // Citations begin with a sentence, but for one too long to show whole.
    for (const sentence of splitSentences(text.slice(paragraph.start, paragraph.end))) {
      const start = paragraph.start + sentence.start;
      if (standsAt(start)) return { kind: 'moved', start, end: start + length, ...note };
    }
  }
  const now = paragraphs.find(({ end }) => end > ref.start);
  return {
    kind: 'changed',
    now: now && withdrawn === null ? text.slice(now.start, now.end) : null,
    ...note,
  };
}

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
export function* explain(
  view: View,
  ref: CitationRef,
  { question, thread }: { readonly question: string; readonly thread: readonly string[] },
): Work<Why | null> {
  const passage = findPassage(view, ref);
  const { citations } = yield* askView(view, question, { limit: MAX_LIMIT, thread });
  return (
    citations.find((citation) => citation.passage.paragraph === passage?.paragraph)?.why ?? null
  );
}

function findPassage(view: View, { file, start, end }: CitationRef): Excerpt['passage'] | null {
  const article = view.articles.find((one) => one.file === file);
  const paragraph = article?.paragraphs.find((one) => one.start <= start && end <= one.end);
  return article && paragraph ? { article, paragraph } : null;
}
