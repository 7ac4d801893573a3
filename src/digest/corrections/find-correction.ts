import { diffArrays } from 'diff';
import { fingerprint, type Span } from '../../answer/answer.js';
import type { View } from '../../answer/archive/view.js';
import { cutCitation } from '../../answer/cut-citation.js';
import type { Article, Paragraph } from '../../corpus/article/article.js';
import { tokenize } from '../../search/index/terms.js';
import { isStopWord } from '../../search/question/stop-words.js';
import type { Notified, PostedCitation } from '../../store/records.js';
import type { Correction, Rewording } from './correction.js';

/** The share of the posted words that a paragraph must hold to be shown in their place. */
const ALIKE = 0.4;

/**
 * What has become of posted words in the archive as it is seen now; `null` while they stand in their file, at whatever
 * place of it, or in one that was renamed. `since` is when the file was first seen as it is.
 */
export function findCorrection(
  citation: PostedCitation,
  view: View,
  since: Date,
): Correction | null {
  const article = view.articles.find(({ file }) => file === citation.file);
  if (!article) {
    const { start, end, words } = citation;
    const renamed = view.articles.some(({ text }) => text.slice(start, end) === words);
    return renamed ? null : { kind: 'gone', citation, since };
  }
  if (article.withdrawn !== null)
    return { kind: 'withdrawn', citation, article, reason: article.withdrawn, since };
  if (article.text.includes(citation.words)) return null;
  const now = findRewording(citation.words, article);
  return { kind: 'changed', citation, article, since, ...compare(citation, now) };
}

/** A fingerprint of a correction: another one is news, the same one is not. */
export function notifiedOf(correction: Correction | null): Notified {
  switch (correction?.kind) {
    case undefined:
    case 'restored':
      return null;
    case 'changed':
      return `changed:${correction.now === null ? '' : fingerprint(correction.now.text)}`;
    case 'withdrawn':
    case 'gone':
      return correction.kind;
  }
}

/** The sentences of the paragraph that holds most of the words, where it holds enough of them. */
function findRewording(
  words: string,
  { text, paragraphs }: Article,
): Omit<Rewording, 'added'> | null {
  const sought = new Set(wordsOf(words));
  let best: { readonly paragraph: Paragraph; readonly share: number } | null = null;
  for (const paragraph of paragraphs) {
    const held = new Set(wordsOf(text.slice(paragraph.start, paragraph.end)));
    const share = [...sought].filter((word) => held.has(word)).length / sought.size;
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { paragraph, share };
  }
  if (!best) return null;
  const { paragraph } = best;
  const cut = cutCitation(text.slice(paragraph.start, paragraph.end), (word) =>
    sought.has(word) ? { word, idf: 1 } : undefined,
  );
  const span = { start: paragraph.start + cut.start, end: paragraph.start + cut.end };
  return { paragraph, ...span, text: text.slice(span.start, span.end) };
}

function wordsOf(text: string): string[] {
  const words = tokenize(text).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/** A word or a figure (“5,200” and “Xi’s” are one each), a mark, or white space: every character is in one of them. */
const PART = /\s+|[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

/** Word by word: what is struck and what is added, with the white space that goes with them. */
function compare(
  { words }: PostedCitation,
  now: Omit<Rewording, 'added'> | null,
): { struck: Span[]; now: Rewording | null } {
  if (now === null) return { struck: [{ start: 0, end: words.length }], now };
  const struck: Span[] = [];
  const added: Span[] = [];
  let before = 0;
  let after = now.start;
  for (const part of diffArrays(words.match(PART) ?? [], now.text.match(PART) ?? [])) {
    const { length } = part.value.join('');
    if (part.removed) struck.push({ start: before, end: before + length });
    if (part.added) added.push({ start: after, end: after + length });
    if (!part.added) before += length;
    if (!part.removed) after += length;
  }
  return { struck, now: { ...now, added } };
}
