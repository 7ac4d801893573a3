import type { Paragraph, ParagraphRole } from './article.js';

/** A heading is short, begins like a title and does not end like a sentence. */
const HEADING_MAX_LENGTH = 100;
const HEADING_START = /^["“'‘¿¡(]?[\p{Lu}\p{N}]/u;
const SENTENCE_END = /[.!?…,;][)\]"”'’»]*$/u;
/** How many headings may stand in a row (a title and a caption): more of them are a list. */
const HEADINGS_IN_A_ROW = 2;

const CREDITS =
  /^(?:additional |with )?reporting (?:contributed )?by\b|^[^.]{1,150}\bcontributed (?:reporting|to this (?:report|story|article))\.?$|\breported from [^.;]{1,200};/i;

const LINE = /[^\r\n]+/g;

/** Which lines of a text are headings; told by the format where it knows (Markdown, HTML). */
export type HeadingRule = (line: string) => boolean;

/**
 * The non-blank lines of `text` from offset `from` on, numbered from 1.
 * Without a rule of the format's own, headings are told by their look.
 */
export function splitParagraphs(text: string, from = 0, rule?: HeadingRule): Paragraph[] {
  const lines: { start: number; end: number; line: string }[] = [];
  LINE.lastIndex = from;
  for (let match = LINE.exec(text); match; match = LINE.exec(text)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    lines.push({ start, end: start + line.length, line });
  }
  const looksLikeHeading = lines.map(({ line }) => (rule ?? hasHeadingLook)(line));
  const nextBody = findNextBody(looksLikeHeading);
  return lines.map(({ start, end, line }, index) => {
    const next = nextBody[index] ?? lines.length;
    const leads = next < lines.length && (rule !== undefined || next - index <= HEADINGS_IN_A_ROW);
    const role: ParagraphRole =
      looksLikeHeading[index] && leads ? 'heading' : CREDITS.test(line) ? 'credits' : 'text';
    return { number: index + 1, start, end, role };
  });
}

/** For each line the next one that is no heading. From the end, so that a list of a million lines is read once. */
function findNextBody(looksLikeHeading: readonly boolean[]): number[] {
  const nextBody: number[] = [];
  let next = looksLikeHeading.length;
  for (let index = looksLikeHeading.length - 1; index >= 0; index -= 1) {
    nextBody[index] = next;
    if (!looksLikeHeading[index]) next = index;
  }
  return nextBody;
}

function hasHeadingLook(line: string): boolean {
  return line.length <= HEADING_MAX_LENGTH && HEADING_START.test(line) && !SENTENCE_END.test(line);
}
