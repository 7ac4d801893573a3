import { accordingTo, closingClause } from './around-mark.js';
import { REACH, type Attribution } from './attribution.js';
import { besideMark, endingOf, signed, sloppyStop } from './beside-mark.js';
import { leadingTo } from './leading-to.js';
import { sentenceEnd, sentenceStart, type Line } from './read-line.js';

/** Whose words a quoted stretch of a line is, by its own sentence alone; `null` where nothing there says so. */
export function attribute(text: string, line: Line, at: number): Attribution | null {
  const { tokens } = line;
  const quoted = tokens[at]?.quoted;
  if (!quoted) return null;
  const limit = sentenceEnd(line, at);
  const floor = Math.max(sentenceStart(line, at), at - REACH);
  const ending = endingOf(text, tokens, at);
  const outside =
    tokens[at + 1]?.text === ',' && !/^\P{L}*\p{Lu}/u.test(text.slice(quoted.start, quoted.end));
  return (
    // Of a fragment in the middle of a clause the verb before it knows first: "when he asked if she was “okay”, she told him".
    (outside ? leadingTo(tokens, at, floor) : null) ??
    (ending === 'stop' ? signed(line, at) : besideMark(line, at, ending)) ??
    leadingTo(tokens, at, floor) ??
    accordingTo(tokens, at, floor, limit) ??
    closingClause(tokens, at, limit) ??
    (ending === 'stop' ? sloppyStop(line, at) : null)
  );
}
