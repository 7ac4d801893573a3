/** What the pane beside the messages offers to ask. */
export interface AgentPrompt {
  /** On the button. */
  readonly title: string;
  /** What is then said to the bot, as if the person had typed it. */
  readonly message: string;
}

/** Slack shows four at most; one is for what the archive holds. */
export const PROMPTED_NAMES = 3;

/** Names that the archive can say something of, and what it holds. */
export function promptsFor(names: readonly string[]): AgentPrompt[] {
  if (names.length === 0) return standingPrompts();
  const [sources] = standingPrompts();
  return [
    ...names.slice(0, PROMPTED_NAMES).map((name) => {
      const question = `What do we have on ${name}?`;
      return { title: question, message: question };
    }),
    ...(sources ? [sources] : []),
  ];
}

/** Those of the manifest, which are the same for every archive: until the bot has offered others. */
export function standingPrompts(): AgentPrompt[] {
  return [
    { title: 'What is in the archive?', message: 'sources' },
    { title: 'What can I ask?', message: 'help' },
    { title: 'What do I watch?', message: 'watches' },
  ];
}
