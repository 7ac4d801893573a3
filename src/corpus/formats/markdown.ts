import { isDay, NO_GROUNDS, type PublishedDate } from '../article/article.js';
import { splitParagraphs } from '../article/split-paragraphs.js';
import type { FactsFault } from '../metadata/article-facts.js';
import { isObject } from '../metadata/parse-yaml.js';
import { type Contents, noContents } from './contents.js';
import { findHead, type Head, parseHead, UNCLOSED } from './head.js';
import { readStatedFacts } from './stated-facts.js';

/**
 * Markdown, with or without a head. What no reader sees (comments, scripts, shortcodes) is no part of any paragraph;
 * offsets count in the file as it stands.
 */
export function readMarkdown(text: string): Contents {
  const head = findHead(text);
  if (head === UNCLOSED)
    return noContents('its head has no end; expected a line that closes it, before the article');
  const paragraphs = splitParagraphs(hideUnseen(text), {
    from: head?.bodyStart ?? 0,
    isHeading: (line) => /^#{1,6}\s/.test(line),
  });
  return { text, paragraphs, ...(head === null ? { own: {}, faults: [] } : readHead(head)) };
}

function readHead(head: Head): Pick<Contents, 'own' | 'faults'> {
  const { value, errors } = parseHead(head);
  if (errors.length === 0 && (isObject(value) || value === null || value === undefined)) {
    const { facts, faults, unread } = readStatedFacts(value ?? {}, 'file');
    const note: FactsFault[] =
      unread.length === 0
        ? []
        : [{ key: null, message: `in its head, not read: ${unread.join(', ')}`, isNote: true }];
    return { own: facts, faults: [...faults, ...note] };
  }
  const isHeld = /embargo|draft/i.test(head.source);
  const hidden = isHeld
    ? '; the article stays hidden because it speaks of an embargo or a draft'
    : '';
  const reasons = errors.length > 0 ? errors : ['it holds no keys'];
  return {
    own: isHeld ? { embargo: 'held' } : {},
    faults: reasons.map((reason) => ({
      key: null,
      message: `its front matter is not readable as ${head.format}: ${reason}${hidden}`,
    })),
  };
}

const SEEN_BY_NOBODY =
  /<!--|<(?:script|style|template|iframe|svg|noscript)\b|\{\{[<%]?|\{%-?\s*comment\b|\{%/gi;

/** What ends what begins so. */
function endOf(opening: string): RegExp {
  const [, element] = /^<(\w+)/.exec(opening) ?? [];
  if (element !== undefined) return new RegExp(`</${element}\\s*>`, 'gi');
  if (/comment$/i.test(opening)) return /\{%-?\s*endcomment\s*-?%\}/gi;
  if (opening === '<!--') return /-->/g;
  return opening === '{%' ? /%\}/g : /\}\}/g;
}

/** Lines of tags, of a picture or of a link's address alone, and attributes of the line above. */
const UNSEEN_LINES = [
  /^[ \t]*(?:<\/?[a-z][^<>\r\n]*>[ \t]*)+$/gim,
  /^[ \t]*\[?!\[[^\]\r\n]*\]\([^)\r\n]*\)(?:\]\([^)\r\n]*\))?(?:\{[^}\r\n]*\})?[ \t]*$/gm,
  /^[ \t]*\[(?!\^)[^\]\r\n]+\]:[ \t]*\S[^\r\n]*$/gm,
  /^[ \t]*\{:[^}\r\n]*\}[ \t]*$/gm,
];

/** The text with line ends in place of what its readers do not see, as long as before. */
function hideUnseen(text: string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  SEEN_BY_NOBODY.lastIndex = 0;
  for (let match = SEEN_BY_NOBODY.exec(text); match; match = SEEN_BY_NOBODY.exec(text)) {
    const [opening] = match;
    // The address of a link is not seen, and must not cut its sentence in two.
    if (text.slice(match.index - 2, match.index) === '](') continue;
    const kind = opening.toLowerCase();
    if (unclosed.has(kind)) continue;
    const closing = endOf(opening);
    closing.lastIndex = match.index + opening.length;
    const end = closing.exec(text) === null ? null : closing.lastIndex;
    // What is never closed is looked for once; a comment without an end hides all that follows.
    if (end === null) unclosed.add(kind);
    if (end === null && kind !== '<!--') continue;
    const to = end ?? text.length;
    parts.push(text.slice(from, match.index), '\n'.repeat(to - match.index));
    from = to;
    SEEN_BY_NOBODY.lastIndex = to;
  }
  parts.push(text.slice(from));
  return UNSEEN_LINES.reduce(
    (seen, unseen) => seen.replace(unseen, (line) => '\n'.repeat(line.length)),
    parts.join(''),
  );
}

/** Jekyll's way to name a post: the day it is published, then its title. `null` for any other name. */
export function dayInName(file: string): PublishedDate | null {
  const [, date = ''] = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+\.(?:md|markdown)$/i.exec(file) ?? [];
  const source = 'the name of the file';
  return isDay(date) ? { ...NO_GROUNDS, status: 'exact', date, basis: 'file', source } : null;
}
