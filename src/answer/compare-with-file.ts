import type { Article } from '../corpus/article/article.js';
import { splitSentences } from '../corpus/article/split-sentences.js';
import type { CitationRef, Verdict } from './answer.js';
import { fingerprint } from './fingerprint.js';

/** Whether the words of a citation stand in its file as it was read just now. Those of a withdrawn article are not shown. */
export function compareWithFile(
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
