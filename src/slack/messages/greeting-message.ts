import { escapeText, type Message, richText, section, words } from './blocks.js';

/** To all in a channel that the bot was brought into: what it does, and how to ask. */
export function greetingMessage({
  command,
  handle,
}: {
  readonly command: string;
  readonly handle: string;
}): Message {
  const does =
    'Hello. I look things up in the archive, and answer with passages exactly as they stand in it, each with its file and its date.';
  return {
    text: escapeText(
      `${does}\n${command} panama answers you alone, @${handle} panama in a thread for all. ${command} help lists the rest.`,
    ),
    blocks: [
      richText(
        section(words(does)),
        section(
          words(`${command} panama`, { code: true }),
          words(' answers you alone, '),
          words(`@${handle} panama`, { code: true }),
          words(' in a thread for all. '),
          words(`${command} help`, { code: true }),
          words(' lists the rest.'),
        ),
      ),
    ],
  };
}
