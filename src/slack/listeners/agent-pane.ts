import { coveredNames } from '../../answer/covered-names.js';
import { promptsFor, PROMPTED_NAMES } from '../messages/agent-prompts.js';
import type { TabListener } from './listener.js';

/** The pane beside the messages offers to ask after the names that the archive has most on, today. */
export const offerPrompts: TabListener = async ({ suggest }, { archive }) => {
  const answered: string[] = [];
  // More than are shown: not every name is a question that brings something.
  for (const name of coveredNames(archive.articles(), 2 * PROMPTED_NAMES)) {
    if (answered.length === PROMPTED_NAMES) break;
    const { status } = await archive.ask(name, { limit: 1 });
    if (status === 'found') answered.push(name);
  }
  await suggest(promptsFor(answered));
};
