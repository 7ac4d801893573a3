import { REASONS } from '../messages/wording.js';
import { changeCorrections } from './corrections.js';
import { digestCommand } from './digest.js';
import { HERE_WORDS, hereCommand, type HereWord } from './here.js';
import { isHelp } from './is-help.js';
import type { AskListener } from './listener.js';
import { askAndRemember } from './recent.js';
import { listWatches, setWatch } from './watches.js';

/** Words that set something up, in a command, a mention or a direct message alike; all else goes to `ask`. */
export function setupOr(ask: AskListener): AskListener {
  return (args, services) => {
    const setup = parseSetup(args.text);
    switch (setup?.kind) {
      case 'digest':
        return digestCommand(setup.words, args, services);
      case 'watch':
        return setWatch(setup.question, args, services);
      case 'watches':
        return listWatches(args, services);
      case 'corrections':
        return changeCorrections(setup.wanted, args, services);
      case 'here':
        return hereCommand(setup.word, args, services);
      case undefined:
        return isHelp(args.text) ? ask(args, services) : askAndRemember(ask, args, services);
    }
  };
}

/** For a workflow, which nobody can ask back: it may ask, but set up nothing. */
export function questionsOnly(ask: AskListener): AskListener {
  return (args, services) =>
    parseSetup(args.text) === null
      ? ask(args, services)
      : args.reply.explain(REASONS.workflowsOnlyAsk);
}

/** A question in a mention, which is answered for all to read; help and what is set up is for the person. */
export function isAnsweredOpenly(text: string): boolean {
  return parseSetup(text) === null && !isHelp(text);
}

/** What is done and not asked. */
export type Setup =
  | { readonly kind: 'digest'; readonly words: string }
  | { readonly kind: 'watch'; readonly question: string }
  | { readonly kind: 'watches' }
  | { readonly kind: 'corrections'; readonly wanted: boolean | null }
  | { readonly kind: 'here'; readonly word: HereWord | null };

/** `null` for anything else: it is a question or another request. */
export function parseSetup(text: string): Setup | null {
  const said = text.trim();
  const [, word = '', rest = ''] = /^(digest|watch)(?=\s|$)\s*(.*)$/is.exec(said) ?? [];
  switch (word.toLowerCase()) {
    case 'digest':
      return { kind: 'digest', words: rest };
    case 'watch':
      return { kind: 'watch', question: rest };
  }
  if (/^watches$/i.test(said)) return { kind: 'watches' };
  const here =
    /^here(?:\s+(share|private|only-admins|everyone|follow-ups(?:\s+(?:on|off))?))?$/i.exec(said);
  if (here !== null) {
    const named = here[1]?.toLowerCase().replace(/\s+/, ' ');
    return { kind: 'here', word: HERE_WORDS.find((one) => one === named) ?? null };
  }
  const corrections = /^corrections(?:\s+(on|off))?$/i.exec(said);
  if (corrections === null) return null;
  const wanted = corrections[1]?.toLowerCase();
  return { kind: 'corrections', wanted: wanted === undefined ? null : wanted === 'on' };
}
