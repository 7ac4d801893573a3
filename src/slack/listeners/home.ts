import { homeView } from '../messages/home-view.js';
import type { Services } from '../services.js';
import type { TabArgs } from './listener.js';

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
