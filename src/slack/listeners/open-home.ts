import type { Desk } from '../desk.js';
import { homeView } from '../messages/home-view.js';
import { suggestedPrompts } from '../messages/suggested-prompts.js';
import type { HomeListener, Visitor } from './listener.js';

/** Publishes the Home tab, or offers what to ask beside the messages. */
export const openHome: HomeListener = async ({ tab, ...visitor }, desk) => {
  if (tab === 'messages') await visitor.suggest(suggestedPrompts());
  else await showHome(visitor, desk);
};

/** The Home tab as it is now; `asked` is a question that was just asked there. */
export async function showHome(
  { where, user, publish }: Visitor,
  { archive, watches, digests, command }: Desk,
  asked: string | null = null,
): Promise<void> {
  const plans = await digests.plans(where.team);
  await publish(
    homeView({
      freshness: archive.freshness(),
      user,
      command,
      watches: await watches.list({ team: where.team, user }),
      digests: plans.filter(({ setting }) => setting.state !== 'off'),
      asked,
    }),
  );
}
