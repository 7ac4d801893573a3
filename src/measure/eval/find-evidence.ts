import type { Article } from '../../corpus/article/article.js';
import type { Evidence } from './judged-line.js';
import { passageKey, type PassageKey } from './judged-question.js';

/** The passages that hold a piece of evidence, or what is wrong with it: its key and what was expected. */
export type FoundEvidence =
  | { readonly passages: ReadonlySet<PassageKey> }
  | { readonly key: keyof Evidence; readonly message: string };

interface SqueezedParagraph {
  /** The paragraph whose passage carries these words: a heading lends its own to the paragraph after it. */
  readonly carrier: number;
  readonly squeezed: string;
}

/**
 * Finds evidence in the articles. `text` is looked for with all white space left out on both sides, so that line
 * ends and double blanks do not matter; where it runs over several paragraphs, each of them counts. Evidence with
 * neither `paragraph` nor `text` is the whole article.
 */
export function createEvidenceFinder(
  articles: readonly Article[],
): (evidence: Evidence) => FoundEvidence {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const linesOf = new Map<string, SqueezedParagraph[]>();

  return ({ file, paragraph, text }) => {
    const article = byFile.get(file);
    if (!article)
      return {
        key: 'file',
        message: `${file} is not in the archive; expected one of its ${articles.length} articles`,
      };
    const lines = linesOf.get(file) ?? readLines(article);
    linesOf.set(file, lines);
    const keys = (found: readonly SqueezedParagraph[]): FoundEvidence => ({
      passages: new Set(found.map(({ carrier }) => passageKey(file, carrier))),
    });

    if (paragraph !== undefined) {
      const line = lines[paragraph - 1];
      if (!line)
        return {
          key: 'paragraph',
          message: `${paragraph} is past the end of ${file}; expected 1 to ${lines.length}`,
        };
      if (text !== undefined && !line.squeezed.includes(squeeze(text)))
        return {
          key: 'text',
          message: `does not stand in paragraph ${paragraph} of ${file}; expected its exact words`,
        };
      return keys([line]);
    }
    if (text === undefined) return keys(lines);
    const found = findText(lines, squeeze(text));
    if (found.length === 0)
      return { key: 'text', message: `does not stand in ${file}; expected its exact words` };
    return keys(found);
  };
}

function findText(
  lines: readonly SqueezedParagraph[],
  wanted: string,
): readonly SqueezedParagraph[] {
  const whole = lines.filter(({ squeezed }) => squeezed.includes(wanted));
  if (whole.length > 0) return whole;
  const start = lines
    .map(({ squeezed }) => squeezed)
    .join('')
    .indexOf(wanted);
  if (start < 0) return [];
  let at = 0;
  return lines.filter(({ squeezed }) => {
    const from = at;
    at += squeezed.length;
    return from < start + wanted.length && at > start;
  });
}

function readLines({ text, paragraphs }: Article): SqueezedParagraph[] {
  return paragraphs.map(({ number, start, end }, index) => {
    const carrier = paragraphs.slice(index).find(({ role }) => role !== 'heading');
    return { carrier: carrier?.number ?? number, squeezed: squeeze(text.slice(start, end)) };
  });
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
