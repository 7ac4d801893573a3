import { hasWords, RequestError } from './kind.js';
import { plural } from './wording.js';

/** Such words after a command go on with a sentence: "figures show …", "timeline remains …". */
const READS_ON =
  /^(?:shows?|showed|showing|suggest(?:s|ed)?|indicate[sd]?|reveal(?:s|ed)?|say|says|said|is|are|was|were|will|would|has|have|had|do|does|did|remains?|released|published|compiled|obtained|cited|given|put|that|which|who|whose|such as|like)\s/i;

/**
 * The topic after `timeline` or `figures`; `null` where the words are an ordinary question. With `earlier` questions in
 * the thread a bare "figures?" asks on about their topic.
 * @throws RequestError, which says `missing`, where there is no topic
 */
export function parseTopic(
  rest: string,
  earlier: readonly string[],
  missing: string,
): string | null {
  if (!hasWords(rest)) {
    if (earlier.length > 0) return null;
    throw new RequestError(missing);
  }
  return READS_ON.test(rest) ? null : rest.replace(/^(?:of|on|for|about|regarding)\s+(?=\S)/i, '');
}

/** What a pronoun stands for only the thread can tell: passages are read with it. */
export function refersBack(topic: string): boolean {
  return /\b(?:it|that|this|those|these|they|them|there|he|him|she|her)\b/i.test(topic);
}

/** What a list leaves unread, and how to have it read. */
export function unreadNotice(unread: number): string[] {
  return unread > 0
    ? [`${plural(unread, 'passage')} with words of the topic not read. ${NARROW}`]
    : [];
}

export const NARROW = 'Narrow the topic with from:, since: or before:.';
