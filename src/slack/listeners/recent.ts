import type { Services } from '../services.js';
import type { AskArgs, AskListener } from './listener.js';

/** A longer text was pasted, and is no question that one comes back to. */
const LONGEST = 300;

/** A person's own questions are kept where those of threads are, under a name that no thread has. */
function keyOf(team: string, user: string): string {
  return `asked:${team}:${user}`;
}

/**
 * Has a question answered, and keeps it for whoever asked it; one that asks on in its thread says nothing by itself. What
 * is read for that is read before, so that no answer is followed by a failure.
 */
export async function askAndRemember(
  ask: AskListener,
  args: AskArgs,
  services: Services,
): Promise<void> {
  const { text, thread, user, where } = args;
  const { threads } = services;
  const isFollowUp = thread !== null && (await threads.questions(thread)).length > 0;
  await ask(args, services);
  const question = text.trim();
  if (!isFollowUp && question !== '' && question.length <= LONGEST)
    await threads.remember(keyOf(where.team, user), question);
}

/** What this person has asked of late, oldest first. */
export function recentlyAsked(
  team: string,
  user: string,
  { threads }: Pick<Services, 'threads'>,
): Promise<readonly string[]> {
  return threads.questions(keyOf(team, user));
}
