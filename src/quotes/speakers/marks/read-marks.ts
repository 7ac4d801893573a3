/** Marks of one family close each other: curly, straight and ASCII doubles are mixed freely in what newsrooms receive. */
export type MarkFamily = 'double' | 'angle' | 'corner';

/** A quotation mark of a text, with what it may do where it stands. */
export interface QuotationMark {
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
/** What a word may follow at once when a quotation opens: a bracket, a dash, another opening mark. */
const BEFORE_OPENING = '\\s([{—–\\-/“‘„«「『`>';
/** What may follow at once when a quotation has closed. */
const AFTER_CLOSING = '\\s.,;:!?)\\]}…—–\\-/’”»」』\'"<';
const MAY_OPEN = new RegExp(`^[${BEFORE_OPENING}]\\S$`, 'u');
const MAY_CLOSE = new RegExp(`^\\S[${AFTER_CLOSING}]$`, 'u');

/** The double marks of `text` from `from` to `to`, in order. */
export function readMarks(text: string, from: number, to: number): QuotationMark[] {
  const line = text.slice(from, to);
  return [...line.matchAll(DOUBLE)].map(({ 0: shape, index }): QuotationMark => {
    const end = index + shape.length;
    // A screen of 65" opens nothing.
    const inches = /\d["”＂]/.test(line.slice(index - 1, end));
    const roles = rolesOf(shape, line[index - 1] ?? ' ', line[end] ?? ' ');
    return {
      at: from + index,
      end: from + end,
      family: /[«»]/.test(shape) ? 'angle' : /[「」『』]/.test(shape) ? 'corner' : 'double',
      opens: roles.opens && !inches,
      closes: roles.closes,
    };
  });
}

/** A mark's shape says what it does, unless its neighbours make that impossible (“text“, ”text”, »text«). */
function rolesOf(
  shape: string,
  before: string,
  after: string,
): { opens: boolean; closes: boolean } {
  const mayOpen = MAY_OPEN.test(before + after);
  const mayClose = MAY_CLOSE.test(before + after);
  if (/[“„‟`«「『]/.test(shape)) return { opens: !mayClose, closes: mayClose };
  if (/[”»」』]/.test(shape)) return { opens: mayOpen && !mayClose, closes: true };
  // Between two spaces, as in tokenised texts, or between two letters, where a space was lost, it may do either.
  return { opens: mayOpen || !mayClose, closes: mayClose || !mayOpen };
}

const SINGLE = new RegExp(
  // Not the apostrophe of ’tis, ’90s and the like.
  `(?<=^|[${BEFORE_OPENING}"”])[‘'‚‹](?=\\S)(?!(?:\\d\\ds?|em|til|tis|twas|cause|cos|bout|n)\\b)|(?<=\\S)[’'›‘](?=$|[${AFTER_CLOSING}])`,
  'giu',
);

/** The single marks of a line that may open or close a quotation; apostrophes inside words are none. */
export function readSingleMarks(text: string, from: number, to: number): SingleMark[] {
  const line = text.slice(from, to);
  return [...line.matchAll(SINGLE)].map(({ index }) => {
    const opens =
      index === 0 || MAY_OPEN.test(line.slice(index - 1, index) + line.slice(index + 1, index + 2));
    const maybe = /^(?:[szx]. \p{Ll}|n. )/iu.test(line.slice(index - 1, index + 3));
    return { at: from + index, role: opens ? 'opens' : maybe ? 'maybe' : 'closes' };
  });
}
