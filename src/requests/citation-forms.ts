import type { CitationContext } from '../answer/answer.js';
import { type Article, formatDay } from '../corpus/article/article.js';
import { placeLabel } from './wording.js';

/** A citation to copy, in three forms. */
export interface CitationForms {
  readonly plain: string;
  /** A note as The Chicago Manual of Style has it. */
  readonly chicago: string;
  readonly html: string;
}

/**
 * The cited words with their source, as an editor pastes them. What is not known is left out, an inferred date too;
 * where neither headline nor outlet is known, the file stands for them. `address` is the article's, if it can be followed.
 */
export function citationForms(
  { article, passage, ref }: Pick<CitationContext, 'article' | 'passage' | 'ref'>,
  address: string | null,
): CitationForms {
  const words = article.text.slice(ref.start, ref.end);
  const known = { article, address, file: placeLabel([passage]) };
  return {
    plain: `${words}\n— ${[...sourceFacts(known), ...(address === null ? [] : [address])].join(', ')}`,
    chicago: chicagoNote(known),
    html: htmlQuote(words, known),
  };
}

interface Known {
  readonly article: Article;
  readonly address: string | null;
  /** The file and its paragraph, for what nobody knows more of. */
  readonly file: string;
}

/** Headline, outlet and date, as far as they are known. */
function sourceFacts({ article, file }: Known): string[] {
  const { title, outlet } = article;
  const named = [title, outlet].flatMap((fact) => fact ?? []);
  const date = exactDay(article);
  return [...(named.length > 0 ? named : [file]), ...(date === null ? [] : [formatDay(date)])];
}

function exactDay({ published }: Article): string | null {
  return published.status === 'exact' ? published.date : null;
}

/** Veronica Calderon and Mauricio Torres, “Headline,” CNN, December 5, 2024, https://… */
function chicagoNote({ article, address, file }: Known): string {
  const { authors, title, outlet } = article;
  const day = exactDay(article);
  const by = authors.length > 0 ? `${joined(authors)}, ` : '';
  const rest = [
    ...(outlet === null ? (title === null ? [file] : []) : [outlet]),
    ...(day === null ? [] : [inFull(day)]),
    ...(address === null ? [] : [address]),
  ].join(', ');
  if (title === null) return `${by}${rest}.`;
  // The stop after a headline stands inside its marks, and gives way to one that it brings.
  const stop = /[.?!]$/.test(title) ? '' : rest === '' ? '.' : ',';
  return `${by}“${title}${stop}”${rest === '' ? '' : ` ${rest}.`}`;
}

/** "A", "A and B", "A, B, and C" */
function joined(names: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(names);
}

/** "December 5, 2024" */
function inFull(day: string): string {
  const long = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-US', long).format(new Date(`${day}T12:00:00Z`));
}

function htmlQuote(words: string, { article, address, file }: Known): string {
  const { title, outlet } = article;
  const day = exactDay(article);
  const [named = file, ...rest] = [title, outlet].flatMap((fact) => fact ?? []);
  const cited = `<cite>${escapeHtml(named)}</cite>`;
  const source = [
    address === null ? cited : `<a href="${escapeHtml(address)}">${cited}</a>`,
    ...rest.map(escapeHtml),
    ...(day === null ? [] : [`<time datetime="${day}">${formatDay(day)}</time>`]),
  ];
  const from = address === null ? '' : ` cite="${escapeHtml(address)}"`;
  return [
    `<blockquote${from}>`,
    `  <p>${escapeHtml(words)}</p>`,
    '</blockquote>',
    `<p>${source.join(', ')}</p>`,
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
