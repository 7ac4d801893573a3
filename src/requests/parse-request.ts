import type { Kind } from './kind.js';
import { KINDS, type ReplyJson, type Request } from './kinds.js';

/**
 * Reads what was typed after `/deport` or `ask`: the word of a kind with what belongs to it, or else a question.
 * "Figures show …", "sources say …" and the like are questions. With `earlier` questions in the thread a bare "figures?"
 * asks on about their topic.
 * @throws RequestError for a command that lacks what it is about
 */
export function parseRequest(text: string, earlier: readonly string[] = []): Request {
  const said = text.trim();
  const [, word = '', rest = ''] = COMMAND.exec(said) ?? [];
  return commands.get(word.toLowerCase())?.parse(rest, earlier) ?? question(said);
}

/**
 * Reads what was said to the bot in a conversation: a command as after `/deport`, or one of its plain forms,
 * "what did arevalo say about safe third country?" and "who said “we are ready”?".
 * @throws RequestError for a command that lacks what it is about
 */
export function parseSpokenRequest(text: string, earlier: readonly string[] = []): Request {
  const request = parseRequest(text, earlier);
  if (request.kind !== 'passages') return request;
  for (const kind of commands.values()) {
    const spoken = kind.parseSpoken?.(request.question) ?? null;
    if (spoken !== null) return spoken;
  }
  return request;
}

function question(text: string): Request {
  return { kind: 'passages', question: text };
}

const { passages: _withoutWord, ...withWord } = KINDS;
const commands: ReadonlyMap<string, Kind<Request, ReplyJson>> = new Map(Object.entries(withWord));

/** A command is a word by itself: "check-in policy" and "sources’ names" are none. */
const COMMAND = new RegExp(
  `^(${[...commands.keys()].join('|')})(?=[\\s:"“‘'«„?!.]|$)\\s*:?\\s*(.*)$`,
  'is',
);
