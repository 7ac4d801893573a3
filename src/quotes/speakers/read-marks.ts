/** Marks of one family close each other: curly, straight and ASCII doubles are mixed freely in what newsrooms receive. */
export type MarkFamily = 'double' | 'angle' | 'corner';

/** A quotation mark of a text, with what it may do where it stands. */
export interface Mark {
  readonly at: number;
  /** The offset after it; ASCII marks (`` and '') are two characters long. */
  readonly end: number;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A single mark that opens, or that may close a quotation or be an apostrophe. */
export interface SingleMark {
  readonly at: number;
  /** `maybe`: as well the apostrophe of a plural ("the workers’ rights"). */
  readonly role: 'opens' | 'closes' | 'maybe';
}

const DOUBLE = /``|''|[“”„‟"＂«»「」『』]/g;
const FAMILY: Readonly<Record<string, MarkFamily>> = {
  '«': 'angle',
  '»': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'corner',
  '』': 'corner',
};
const OPENING = new Set(['“', '„', '‟', '``', '«', '「', '『']);
const CLOSING = new Set(['”', '»', '」', '』']);

const SPACE = /\s/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** What a word may follow at once when a quotation opens: a bracket, a dash, another opening mark. */
const BEFORE_OPENING = /[\s([{—–\-/“‘„«「『`>]/u;
/** What may follow at once when a quotation has closed. */
const AFTER_CLOSING = /[\s.,;:!?)\]}…—–\-/’”»」』'"<]/u;

/** The double marks of `text` from `from` to `to`, in order. */
export function readMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const line = text.slice(from, to);
  for (const { 0: shape, index } of line.matchAll(DOUBLE)) {
    const before = line[index - 1] ?? ' ';
    const after = line[index + shape.length] ?? ' ';
    const roles = rolesOf(shape, before, after);
    if (roles.opens || roles.closes)
      marks.push({
        at: from + index,
        end: from + index + shape.length,
        family: FAMILY[shape] ?? 'double',
        ...roles,
      });
  }
  return marks;
}

/** A mark's shape says what it does, unless its neighbours make that impossible (“text“, ”text”, »text«). */
function rolesOf(
  shape: string,
  before: string,
  after: string,
): { opens: boolean; closes: boolean } {
  const wordBefore = !SPACE.test(before);
  const wordAfter = !SPACE.test(after);
  const mayOpen = BEFORE_OPENING.test(before) && wordAfter;
  const mayClose = wordBefore && AFTER_CLOSING.test(after);
  if (OPENING.has(shape))
    return mayClose && !mayOpen && shape !== '``'
      ? { opens: false, closes: true }
      : { opens: true, closes: false };
  if (CLOSING.has(shape))
    return { opens: mayOpen && !mayClose && LETTER.test(after), closes: true };
  if (mayOpen || mayClose) return { opens: mayOpen, closes: mayClose };
  // Between two spaces, as in tokenised texts, or between two letters, where a space was lost.
  return { opens: !wordBefore || !LETTER.test(before), closes: true };
}

const SINGLE = /[‘’'‚‹›`]/g;
/** Words that begin with an apostrophe for what they have lost. */
const ELISION =
  /^(?:\d\ds?\b|(?:em|til|till|tis|twas|cause|cos|coz|bout|round|nother|kay|n|nuff|neath|gainst|ere|tude|hood|burbs|Niners?)\b)/i;

/** The single marks of a line outside the stretches that doubles enclose; apostrophes inside words are none. */
export function readSingleMarks(text: string, from: number, to: number): SingleMark[] {
  const marks: SingleMark[] = [];
  const line = text.slice(from, to);
  for (const { 0: shape, index } of line.matchAll(SINGLE)) {
    const before = line[index - 1] ?? ' ';
    const after = line[index + 1] ?? ' ';
    if (before === shape || after === shape) continue;
    const letterBefore = LETTER.test(before);
    const letterAfter = LETTER.test(after);
    if (letterBefore && letterAfter) continue;
    const at = from + index;
    const mayOpen = BEFORE_OPENING.test(before) || /["”]/.test(before);
    if (
      mayOpen &&
      !SPACE.test(after) &&
      shape !== '’' &&
      shape !== '›' &&
      !ELISION.test(line.slice(index + 1, index + 9))
    )
      marks.push({ at, role: 'opens' });
    else if (!SPACE.test(before) && AFTER_CLOSING.test(after) && /[’'›‘]/.test(shape)) {
      const plural =
        /[sSzZxX]/.test(before) && after === ' ' && /\p{Ll}/u.test(line[index + 2] ?? '');
      const dropped = /n/.test(before) && line.slice(Math.max(0, index - 2), index).endsWith('in');
      marks.push({ at, role: plural || dropped ? 'maybe' : 'closes' });
    }
  }
  return marks;
}
