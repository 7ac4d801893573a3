import { readRequest } from './read-request.js';
import type { Request } from './request.js';
import { splitAbout } from './split-about.js';

/**
 * Reads what was said to the bot in a conversation: a command as after `/deport`, or one of its plain forms,
 * "what did arevalo say about safe third country?" and "who said “we are ready”?".
 * @throws RequestError for a command that lacks what it is about
 */
export function readSpokenRequest(text: string, earlier: readonly string[] = []): Request {
  const request = readRequest(text, earlier);
  if (request.kind !== 'passages') return request;
  const sentence = readAskedQuote(request.question);
  if (sentence !== null) return { kind: 'check', sentence };
  return readSpeaker(request.question) ?? request;
}

const WHO_SAID =
  /^\W*(?:who (?:said|says|told|wrote)|(?:did|has|have) .{1,80}? (?:say|said|write|written|tell|told)|is it true that .{1,80}? (?:said|wrote))\b/i;
const QUOTED = /"([^"]+)"|“([^”"]+)[”"]|«([^»]+)»|„([^“”"]+)[“”"]/;
/** Fewer words in marks are a term or a name, and ask for passages. */
const QUOTED_WORDS = 3;

function readAskedQuote(question: string): string | null {
  if (!WHO_SAID.test(question)) return null;
  const words =
    QUOTED.exec(question)
      ?.slice(1)
      .find((group) => group !== undefined) ?? '';
  return words.trim().split(/\s+/).length >= QUOTED_WORDS ? words.trim() : null;
}

const SAYS: readonly RegExp[] = [
  /^\W*what (?:did|does|do|has|have) (?<name>.{1,80}?) (?:say|said|says)(?=[\s?!.]|$)(?<rest>.*)$/is,
  /^\W*what (?:is|was|are|were) (?<name>.{1,80}?) saying(?=[\s?!.]|$)(?<rest>.*)$/is,
];
/** Of these the thread or the archive itself must tell who is meant. */
const NO_NAME =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|people|anyone|anybody|everyone|someone|the (?:articles?|archive|clippings?|papers?|press|media|reports?|story|stories|text|others?))$/i;
const NAME_WORDS = 6;

function readSpeaker(question: string): Request | null {
  for (const form of SAYS) {
    const { name: asked = '', rest = '' } = form.exec(question)?.groups ?? {};
    const name = asked.trim();
    if (name === '' || NO_NAME.test(name) || name.split(/\s+/).length > NAME_WORDS) continue;
    const { name: before, about } = splitAbout(rest);
    // "What did she say to reporters when …" asks more than a name and a topic.
    if (before !== '') return null;
    return { kind: 'quotes', name: splitAbout(name).name, about, question };
  }
  return null;
}
