import { readPlainWords, type PlainWord } from './plain-words.js';

/** What stands between two pieces of a pasted sentence. */
export type Joint = 'ellipsis' | 'brackets';

/** A run of pasted words that stand together; `joint` says what led from the piece before to this one. */
export interface Piece {
  readonly words: readonly PlainWord[];
  readonly joint: Joint | null;
}

/** Brackets that touch a letter are inside a word. */
const BRACKETED = /(?<!\p{L})\[[^[\]]*\](?!\p{L})/gu;

/**
 * A pasted sentence in the pieces that its ellipses and brackets leave whole: "we hope … we [Mexico] will be ready".
 * One piece where it has neither. Brackets inside a word ("[W]e") divide nothing.
 */
export function readPieces(pasted: string): Piece[] {
  const brackets = [...pasted.matchAll(BRACKETED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const pieces: { words: PlainWord[]; joint: Joint | null }[] = [];
  let next = 0;
  let joint: Joint | null = null;
  let open = true;
  for (const word of readPlainWords(pasted)) {
    if (word.gap.includes('...')) [joint, open] = ['ellipsis', true];
    while ((brackets[next]?.end ?? Infinity) <= word.start) {
      next += 1;
      if (!open) [joint, open] = ['brackets', true];
    }
    const bracket = brackets[next];
    if (bracket && bracket.start <= word.start && word.end <= bracket.end) continue;
    const piece = pieces.at(-1);
    if (piece && !open) piece.words.push(word);
    else pieces.push({ words: [word], joint: piece ? joint : null });
    [joint, open] = [null, false];
  }
  return pieces;
}
