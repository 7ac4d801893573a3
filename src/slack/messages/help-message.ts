import type { Freshness } from '../../answer/answer.js';
import type { Usage } from '../../requests/kind.js';
import { KINDS } from '../../requests/request.js';
import { archiveFooter } from './archive-footer.js';
import { escapeText, richText, section, words, type Message } from './blocks.js';

/** What is set up and not asked. */
const SETUP_USAGE: readonly Usage[] = [
  { write: 'digest', gives: 'the daily digest of this channel: set it up, preview it, pause it' },
  {
    write: 'watch night ferry',
    gives: 'told here when an article arrives that answers; watches lists them',
  },
  {
    write: 'here',
    gives: 'who may read the archive in this channel; here share opens it to other organisations',
  },
  { write: 'help', gives: 'this page' },
];

/**
 * What the bot is for and how to ask it; shown for an empty question too. `command` is `null` in a conversation with the
 * bot alone: there the words do without it, the pane beside the messages takes no commands, and there is no channel to set up.
 */
export function helpMessage(command: string | null, freshness: Freshness): Message {
  const setup = SETUP_USAGE.filter(({ write }) => command !== null || write !== 'here');
  const examples = [...Object.values(KINDS).flatMap(({ usage }) => usage), ...setup].map(
    ({ write, gives }) => ({ line: command === null ? write : `${command} ${write}`, gives }),
  );
  const intro =
    'Ask the archive. Every passage that I show stands in a file exactly as you see it; I write none of them.';
  const outro =
    command === null
      ? 'Write any of this to me here. In a channel, mention me with it. The menu of a message has Find coverage and Check this quote.'
      : 'Only you see the answer to a command, until you share it. Mention me in a channel or a thread and I answer there for all. The menu of a message has Find coverage and Check this quote.';
  return {
    text: escapeText(
      [intro, ...examples.map(({ line, gives }) => `${line}: ${gives}`), outro].join('\n'),
    ),
    blocks: [
      richText(
        section(words(intro)),
        ...examples.map(({ line, gives }) =>
          section(words(line, { code: true }), words(`  ${gives}`)),
        ),
        section(words(outro)),
      ),
      archiveFooter(freshness),
    ],
  };
}
