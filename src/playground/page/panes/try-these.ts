import type { Snapshot } from '../../protocol.js';

/** One thing to try, as the welcome card offers it. */
export interface TryThis {
  title: string;
  hint: string;
  action:
    | { do: 'send'; text: string }
    /** Posts the question, opens its thread and leaves the follow-up in the composer there. */
    | { do: 'ask-in-thread'; question: string; followUp: string }
    | { do: 'show-traffic' };
}

/** What a newcomer can try, best first. */
export function tryThese(world: Snapshot): TryThis[] {
  const { botUser, commands } = world.app;
  // The bot's own, not the playground's.
  const command = commands.find((each) => each.command !== '/invite')?.command ?? '/deport';
  const bot = world.people.find(({ id }) => id === botUser)?.name ?? 'clipdesk';
  const say = (text: string, hint: string): TryThis => ({
    title: text,
    hint,
    action: { do: 'send', text },
  });
  return [
    say(
      `${command} panama`,
      'The passages that answer, word for word, seen only by you. Then press its buttons.',
    ),
    say(
      `${command} quotes sheinbaum`,
      'What somebody is quoted with, by date; “she” is led back to a name where the file has it.',
    ),
    say(
      `${command} check "we would be incapable of it"`,
      'Whether a sentence stands in the archive. Change a word, and see it marked.',
    ),
    {
      title: `@${bot} what did Mexico say?`,
      hint: 'A mention is answered in its thread. Then send the follow-up that waits there.',
      action: {
        do: 'ask-in-thread',
        question: `@${bot} what did Mexico say?`,
        followUp: `@${bot} and Honduras?`,
      },
    },
    say(
      `${command} digest`,
      'Set up a daily message. Then move the clock in the top bar to tomorrow morning.',
    ),
    say(
      `${command} watch night ferry`,
      'Then add “A night ferry” to the archive, by the button in the top bar.',
    ),
    {
      title: 'See what goes over the wire',
      hint: 'Each signed request and each answer, and switches to make something go wrong.',
      action: { do: 'show-traffic' },
    },
  ];
}
