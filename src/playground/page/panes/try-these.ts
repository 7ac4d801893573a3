import type { AppInfo, Snapshot } from '../../protocol.js';

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
  return suggestions(commandOf(world.app), handleOf(world));
}

const suggestions = (command: string, bot: string): TryThis[] => [
  {
    title: `${command} panama`,
    hint: 'The passages that answer, word for word, seen only by you. Then press its buttons.',
    action: { do: 'send', text: `${command} panama` },
  },
  {
    title: `${command} quotes sheinbaum`,
    hint: 'What somebody is quoted with, by date; “she” is led back to a name where the file has it.',
    action: { do: 'send', text: `${command} quotes sheinbaum` },
  },
  {
    title: `${command} check "we would be incapable of it"`,
    hint: 'Whether a sentence stands in the archive. Change a word, and see it marked.',
    action: { do: 'send', text: `${command} check "we would be incapable of it"` },
  },
  {
    title: `@${bot} what did Mexico say?`,
    hint: 'A mention is answered in its thread. Then send the follow-up that waits there.',
    action: {
      do: 'ask-in-thread',
      question: `@${bot} what did Mexico say?`,
      followUp: `@${bot} and Honduras?`,
    },
  },
  {
    title: `${command} digest`,
    hint: 'Set up a daily message. Then move the clock in the top bar to tomorrow morning.',
    action: { do: 'send', text: `${command} digest` },
  },
  {
    title: `${command} watch night ferry`,
    hint: 'Then add “A night ferry” to the archive, by the button in the top bar.',
    action: { do: 'send', text: `${command} watch night ferry` },
  },
  {
    title: 'See what goes over the wire',
    hint: 'Each signed request and each answer, and switches to make something go wrong.',
    action: { do: 'show-traffic' },
  },
];

/** The bot's own command: not the playground's `/invite`. */
export function commandOf(app: AppInfo): string {
  return app.commands.find(({ command }) => command !== '/invite')?.command ?? '/deport';
}

function handleOf(world: Snapshot): string {
  return world.people.find((person) => person.id === world.app.botUser)?.name ?? 'clipdesk';
}
