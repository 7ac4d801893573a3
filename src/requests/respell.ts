import type { Answer } from '../answer/answer.js';
import type { Asked, Respelled } from './listing.js';

/**
 * The question with the archive's spelling of each word that it does not have, and the request for it; `undefined` where
 * no other spelling is offered.
 */
export function respell<R extends { readonly kind: string }>(
  { question, offered }: Pick<Answer, 'question' | 'offered'>,
  asked: Asked<R>,
  request: (question: string) => R,
): Respelled | undefined {
  const text = offered.reduce(
    (written, { typed, as }) => written.replaceAll(wholeWord(typed), () => as),
    question.text,
  );
  if (text === question.text) return undefined;
  const as = offered.map((spelling) => spelling.as);
  return { as, question: text, asked: { ...asked, request: request(text), skip: 0 } };
}

function wholeWord(word: string): RegExp {
  const literal = word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
