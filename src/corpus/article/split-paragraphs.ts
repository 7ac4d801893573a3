import type { Paragraph } from './article.js';

/** A heading is short, begins like a title and does not end like a sentence. */
const HEADING_MAX_LENGTH = 100;
const HEADING_START = /^["“'‘¿¡(]?[\p{Lu}\p{N}]/u;
const SENTENCE_END = /[.!?…,;][)\]"”'’»]*$/u;
/** How many headings may stand in a row (a title and a caption): more of them are a list. */
const HEADINGS_IN_A_ROW = 2;

const CREDITS = new RegExp(
  [
    String.raw`^(?:additional |with )?reporting (?:contributed )?by\b`,
    // An initial ends no sentence: "J. Smith contributed to this report."
    String.raw`^(?:[^.]|\b[a-z]\.){1,150}\bcontributed (?:reporting|to this (?:report|story|article))\.?$`,
    String.raw`\breported from [^.;]{1,200};`,
    String.raw`^(?:photo(?:graph)?s?|pictures?|images?|illustrations?|video)(?: credits?| courtesy of)?(?: by |: ?)[^.!?]{1,80}\.?$`,
  ].join('|'),
  'i',
);
/** "By Jody García and Joan Suazo": names and nothing else. */
const BYLINE = /^(?:By|BY)(?: \p{Lu}[\p{L}.'’-]*(?:,? and|,)?){2,12}$/u;

const LINE = /[^\r\n]+/g;

/** What a format tells of a text's lines, where it tells anything. */
export interface LineRules {
  /** Where the article begins; the text's own beginning unless given. */
  readonly from?: number;
  /** Whether readers see the line that begins at this offset; they see all unless given. */
  readonly isSeen?: (start: number) => boolean;
  /** Whether a line is a heading; told by its look unless given. */
  readonly isHeading?: (line: string, start: number) => boolean;
}

/** The non-blank lines of `text` that readers see, numbered from 1. */
export function splitParagraphs(text: string, rules: LineRules = {}): Paragraph[] {
  const { from = 0, isSeen = () => true, isHeading = hasHeadingLook } = rules;
  const lines: { start: number; end: number; line: string }[] = [];
  LINE.lastIndex = from;
  for (let match = LINE.exec(text); match; match = LINE.exec(text)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    if (isSeen(start)) lines.push({ start, end: start + line.length, line });
  }
  const isTold = rules.isHeading !== undefined;
  // From the end, so that a list of a million lines is read once.
  const paragraphs: Paragraph[] = [];
  let nextBody = lines.length + 1;
  for (const { start, end, line } of lines.toReversed()) {
    const number = lines.length - paragraphs.length;
    const leads = nextBody <= lines.length && (isTold || nextBody - number <= HEADINGS_IN_A_ROW);
    const heading = isHeading(line, start);
    const role = heading && leads ? 'heading' : isCredits(line) ? 'credits' : 'text';
    paragraphs.push({ number, start, end, role });
    if (!heading) nextBody = number;
  }
  return paragraphs.toReversed();
}

function isCredits(line: string): boolean {
  return CREDITS.test(line) || BYLINE.test(line);
}

function hasHeadingLook(line: string): boolean {
  return line.length <= HEADING_MAX_LENGTH && HEADING_START.test(line) && !SENTENCE_END.test(line);
}
