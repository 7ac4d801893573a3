import { RequestError, type Request } from './request.js';
import { splitAbout } from './split-about.js';

/**
 * Reads what was typed after `/deport` or `ask`: one of the words `quotes`, `check`, `timeline`, `figures`, `sources`
 * with what belongs to it, or else a question. "Figures show …", "sources say …" and the like are questions. With
 * `earlier` questions in the thread a bare "figures?" asks on about their topic.
 * @throws RequestError for a command that lacks what it is about
 */
export function readRequest(text: string, earlier: readonly string[] = []): Request {
  const question = text.trim();
  const asked: Request = { kind: 'passages', question };
  const [, word = '', rest = ''] = COMMAND.exec(question) ?? [];
  const command = word.toLowerCase();
  if (command === '') return asked;
  if (command === 'sources') return /^\P{L}*$/u.test(rest) ? { kind: 'sources' } : asked;
  if (!/[\p{L}\p{N}]/u.test(rest)) {
    if (earlier.length > 0 && command !== 'check') return asked;
    throw new RequestError(MISSING[command] ?? '');
  }
  if (command === 'check')
    return READS_ON.check.test(rest) ? asked : { kind: 'check', sentence: rest };
  if (command === 'quotes') {
    const { name, about } = splitAbout(rest.replace(/^(?:from|by|of|attributed to)\s+/i, ''));
    return name === '' ? asked : { kind: 'quotes', name, about, question: null };
  }
  if (READS_ON.topic.test(rest)) return asked;
  const topic = rest.replace(/^(?:of|on|for|about|regarding)\s+(?=\S)/i, '');
  return { kind: command === 'timeline' ? 'timeline' : 'figures', topic };
}

/** A command is a word by itself: "check-in policy" and "sources’ names" are none. */
const COMMAND = /^(quotes|check|timeline|figures|sources)(?=[\s:"“‘'«„?!.]|$)\s*:?\s*(.*)$/is;

/** Such words after a command go on with a sentence: "figures show …", "timeline remains …", "check whether …". */
const READS_ON = {
  check: /^(?:if|whether|out|up on)\s/,
  topic:
    /^(?:shows?|showed|showing|suggest(?:s|ed)?|indicate[sd]?|reveal(?:s|ed)?|say|says|said|is|are|was|were|will|would|has|have|had|do|does|did|remains?|released|published|compiled|obtained|cited|given|put|that|which|who|whose|such as|like)\s/i,
};

const MISSING: Readonly<Record<string, string>> = {
  quotes:
    'quotes needs a name, such as quotes sheinbaum or quotes arevalo about safe third country.',
  check: 'check needs the words to look for, such as check “we would be incapable of it”.',
  timeline: 'timeline needs a topic, such as timeline tariffs.',
  figures: 'figures needs a topic, such as figures migrants.',
};
