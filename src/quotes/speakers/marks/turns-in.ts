import type { Span } from '../../../answer/answer.js';
import type { Article, Paragraph } from '../../../corpus/article/article.js';
import { isGivenName } from '../words/given-names.js';
import { SENTENCE_OPENERS } from '../words/word-classes.js';

/** "RUIZ:", "SEN. WARREN (D-MA):", "JAKE TAPPER, CNN HOST:", "Ana Ruiz:" at the head of a paragraph. */
const LABEL =
  /^(?<name>\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})(?:, [^:“”"]{1,60}| \([^():“”"]{1,30}\))?:\s+(?=\S)/u;
/** A longer label is a sentence. */
const LABEL_REACH = 160;
/** Of a list, not of a talk; and who asks as "Q" is nobody. */
const NO_NAMES = new Set(
  'pros cons price prices verdict rating score cost best pick where when who what why how warning breaking live also more fact claim myth reality key tip tips background context result results'.split(
    ' ',
  ),
);
/** At least two people have at least so many turns each: less is no talk. */
const TURNS = 2;
/** And one of them has so much of all: a list with a heading before each entry has many headings, none of them often. */
const LEAD = 0.25;

/**
 * The turns of a transcript by their paragraphs: what stands after the name and its colon, to the paragraph's end. Empty
 * for an article that is none, and without those that stand between marks.
 */
export function turnsIn({ text, paragraphs }: Article): ReadonlyMap<Paragraph, Span> {
  const turns = new Map<Paragraph, Span>();
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    if (paragraph.role !== 'text') continue;
    const head = text.slice(
      paragraph.start,
      Math.min(paragraph.end, paragraph.start + LABEL_REACH),
    );
    const label = LABEL.exec(head);
    const name = label?.groups?.['name'];
    if (!label || !name || !isName(name)) continue;
    // "ANA RUIZ:" at first, "RUIZ:" later.
    const surname = name.slice(name.lastIndexOf(' ') + 1);
    counts.set(surname, (counts.get(surname) ?? 0) + 1);
    const start = paragraph.start + label[0].length;
    if (!/^[“"«„]/.test(text.slice(start, start + 1)))
      turns.set(paragraph, { start, end: paragraph.end });
  }
  const each = [...counts.values()];
  const all = each.reduce((sum, count) => sum + count, 0);
  const talking = each.filter((count) => count >= TURNS);
  const isTalk = talking.length > 1 && talking.some((count) => count >= LEAD * all);
  return isTalk ? turns : new Map<Paragraph, Span>();
}

/** In capitals, or a given name with another after it. */
function isName(label: string): boolean {
  const words = label.toLowerCase().split(' ');
  const [first = ''] = words;
  if (words.some((word) => NO_NAMES.has(word)) || SENTENCE_OPENERS.has(first)) return false;
  return label === label.toUpperCase()
    ? /\p{L}{2}/u.test(label)
    : words.length > 1 && isGivenName(first);
}
