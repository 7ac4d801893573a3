import type { View } from '../../answer/archive/view.js';
import type { Work } from '../../corpus/slices.js';
import { tokenize } from '../../search/index/terms.js';
import { MAX_QUESTION_LENGTH, QuestionError } from '../../search/question/question.js';
import { type CheckedQuote, type Forgiven, type QuotePlace, quotePlace } from './checked-quote.js';
import { findMatches, type Match } from './find-matches.js';
import { likelyArticles } from './likely-articles.js';
import { nearestQuote } from './nearest-quote.js';
import { noteForgiven, type Piece, readPieces, readPlainWords } from './plain-words.js';

/** How many places are shown unless more are asked for; a wire report may stand in a hundred files. */
export const PLACES_SHOWN = 5;

/** Nobody leaves more pieces of a sentence; each is looked for after every place of the one before. */
const MOST_PIECES = 24;

/**
 * Whether a sentence stands in the archive. Case, the shapes of marks and dashes, spaces, Unicode forms, brackets and
 * ellipses are forgiven, and said; letters, accents, numbers and punctuation inside it are not. Marks around it count
 * for nothing. Reads only articles that hold the rarest words of the sentence, and lays the work down after each.
 * @throws QuestionError when there is no word in it, or more than can be read
 */
export function* checkQuote(view: View, pasted: string, limit = PLACES_SHOWN): Work<CheckedQuote> {
  const sentence = pasted.trim();
  if (sentence.length > MAX_QUESTION_LENGTH)
    throw new QuestionError(
      `The words to check are ${sentence.length.toLocaleString('en')} characters long; up to ${MAX_QUESTION_LENGTH.toLocaleString('en')} can be checked at once. Check them part by part.`,
    );
  const words = readPlainWords(sentence);
  // The index knows words alone: whether "$" stands somewhere nobody need ask.
  if (words.length === 0 || tokenize(sentence).length === 0)
    throw new QuestionError(
      'There are no words to check; expected a sentence, such as “we would be incapable of it”.',
    );
  const likely = yield* likelyArticles(view, sentence);
  let pieces: readonly Piece[] = [{ words, joint: null }];
  let matches = yield* findMatches(likely.holding, pieces);
  if (matches.length === 0) {
    pieces = readPieces(sentence);
    if (mayBePieced(pieces, words.length)) matches = yield* findMatches(likely.holding, pieces);
  }
  const bracketed = wordsOf(pieces) < words.length;
  const nearest = matches.length === 0 ? yield* nearestQuote(view, likely.nearest, sentence) : null;
  return {
    sentence,
    status: matches.length > 0 ? 'verbatim' : nearest ? 'differs' : 'not found',
    places: matches.slice(0, limit).map((match) => placeOf(match, pieces, sentence, bracketed)),
    total: matches.length,
    carriers: [...new Set(matches.map(({ article }) => article))],
    nearest,
    searched: view.freshness,
  };
}

/** What stands in brackets is the editor's: it may not be more of the sentence than what was printed. */
function mayBePieced(pieces: readonly Piece[], words: number): boolean {
  const outside = wordsOf(pieces);
  const inside = words - outside;
  return pieces.length <= MOST_PIECES && (inside === 0 || outside >= Math.max(2, inside));
}

function wordsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { words }) => sum + words.length, 0);
}

function placeOf(
  { article, runs, words }: Match,
  pieces: readonly Piece[],
  sentence: string,
  bracketed: boolean,
): QuotePlace {
  const forgiven = new Set<Forgiven>(bracketed ? ['brackets'] : []);
  let leftOut = 0;
  const stretches = runs.map(({ from, to }, at) => {
    const piece = pieces[at];
    const printed = words.slice(from, to);
    if (piece)
      noteForgiven(
        { text: sentence, words: piece.words },
        { text: article.text, words: printed },
        forgiven,
      );
    if (piece?.joint) {
      forgiven.add(piece.joint);
      leftOut += from - (runs[at - 1]?.to ?? from);
    }
    return { start: printed[0]?.start ?? 0, end: printed.at(-1)?.end ?? 0 };
  });
  return quotePlace(article, stretches, { leftOut, forgiven });
}
