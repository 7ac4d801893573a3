import type { Freshness } from '../../answer/answer.js';
import { freshnessLine } from '../../requests/wording.js';
import { escapeText, footnote, richText, section, words, type Message } from './blocks.js';

/** What the bot is for and how to ask it; shown for an empty question too. */
export function helpMessage(command: string, freshness: Freshness): Message {
  const examples: [string, string][] = [
    [`${command} panama`, 'the passages that say it, word for word, with file, paragraph and date'],
    [`${command} "safe third country"`, 'an exact phrase'],
    [`${command} sheinbaum -trump`, 'with one word, without another'],
    [`${command} tariffs since:2025-03`, 'by date; also before:2025-02-01'],
    [`${command} panama from:cnn`, 'by outlet, or by file: from:003'],
    [
      `${command} quotes sheinbaum`,
      'what somebody is quoted with; also quotes arevalo about asylum',
    ],
    [
      `${command} check "we would be ready"`,
      'whether a sentence stands in the archive, and who says it',
    ],
    [`${command} timeline tariffs`, 'a topic by the dates of its articles, oldest first'],
    [`${command} figures migrants`, 'the numbers printed on a topic, each in its sentence'],
    [`${command} sources`, 'every article, with its date and what is known to be wrong with it'],
    [`${command} digest`, 'the daily digest of this channel: set it up, preview it, pause it'],
    [
      `${command} watch night ferry`,
      'told here when an article arrives that answers; watches lists them',
    ],
    [`${command} help`, 'this page'],
  ];
  const intro =
    'Ask the archive. Every answer is a passage exactly as it stands in a file; nothing is written by the bot.';
  const outro =
    'Only you see the answer to a command, until you share it. Mention me in a channel or a thread and I answer there for all. The menu of a message has Find coverage and Check this quote.';
  return {
    text: escapeText(
      [intro, ...examples.map(([line, use]) => `${line}: ${use}`), outro].join('\n'),
    ),
    blocks: [
      richText(
        section(words(intro)),
        ...examples.map(([line, use]) => section(words(line, { code: true }), words(`  ${use}`))),
        section(words(outro)),
      ),
      footnote(freshnessLine(freshness)),
    ],
  };
}
