import { MOST_FAILED, MOST_REPORTS, type AdminState } from '../messages/home-admin.js';
import { homeView } from '../messages/home-view.js';
import type { Services } from '../services.js';
import type { TabArgs } from './listener.js';
import { recentlyAsked } from './recent.js';

/** The Home tab as it is now; `asked` is a question that was just asked there. */
export async function showHome(
  { where, user, publish }: TabArgs,
  services: Services,
  asked: string | null = null,
): Promise<void> {
  const { access, archive, watches, digests, command, sources } = services;
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
      recent: await recentlyAsked(where.team, user, services),
      admin: access.admins.includes(user) ? await adminState(services) : null,
    }),
  );
}

async function adminState({ archive, deliveries, reports }: Services): Promise<AdminState> {
  return {
    // One more than is shown tells that there are more.
    reports: await reports.list(MOST_REPORTS + 1),
    failed: await deliveries.failed(MOST_FAILED),
    faults: archive.faults,
  };
}
