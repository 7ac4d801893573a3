/** What the pane beside the messages offers to ask; four at most. */
export function suggestedPrompts(): { title: string; message: string }[] {
  return [
    { title: 'What is in the archive?', message: 'sources' },
    { title: 'What can I ask?', message: 'help' },
    { title: 'What do I watch?', message: 'watches' },
  ];
}
