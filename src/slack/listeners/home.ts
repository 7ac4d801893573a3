import { homeView, suggestedPrompts } from '../messages/home-view.js';
import type { Services } from '../services.js';
import type { TabArgs, TabListener } from './listener.js';

/** Publishes the Home tab, or offers what to ask beside the messages. */
export const openTab: TabListener = async ({ tab, ...args }, services) => {
  if (tab === 'messages') await args.suggest(suggestedPrompts());
  else await showHome(args, services);
};

/** The Home tab as it is now; `asked` is a question that was just asked there. */
export async function showHome(
  { where, user, publish }: TabArgs,
  { access, archive, watches, digests, command, sources }: Services,
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
      sources: access.admins.includes(user) ? await sources() : [],
    }),
  );
}
