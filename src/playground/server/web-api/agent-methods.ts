import type { Core } from '../../core.js';
import { SESSION_STATUSES, type Session } from '../../state/workspace-state.js';
import { type ApiArguments, ApiError, findOwnChannel, type Methods } from './call.js';

const scope = 'chat:write';

/** Source: docs.slack.dev/reference/methods/agents.sessions.setStatus */
const LONGEST_TITLE = 200;

/** What an agent says of its work in a thread. Apps without the Agents feature have no sessions. */
export const agentMethods: Methods = {
  'agents.sessions.setStatus': {
    scope,
    run(args, core) {
      const status = SESSION_STATUSES.find((one) => one === args.text('status'));
      if (status === undefined) throw new ApiError('invalid_arguments');
      const place = findThread(args, core);
      const known = findSession(core, place);
      const title = known?.title ?? readTitle(args.optionalText('title') ?? '');
      keep(core, { ...place, status, title });
      const canStop = core.manifest.events.has('agent_session_stopped');
      return {
        status,
        agent_status: status,
        title,
        ...(!canStop && { warning: 'missing_agent_session_stopped_event_subscription' }),
      };
    },
  },
  'agents.sessions.rename': {
    scope,
    run(args, core) {
      const title = readTitle(args.text('title'));
      const known = findSession(core, findThread(args, core));
      if (!known) throw new ApiError('session_not_found');
      keep(core, { ...known, title });
      return { title };
    },
  },
};

/** Slack documents that it refuses others than agents, not with which word. */
function findThread(args: ApiArguments, core: Core): Pick<Session, 'channel' | 'threadTs'> {
  if (!core.manifest.isAgent) throw new ApiError('not_enabled');
  const { id: channel } = findOwnChannel(core, args.text('channel_id'));
  const root = core.messages.find(channel, args.text('thread_ts'));
  if (!root || root.ephemeralTo !== undefined) throw new ApiError('thread_not_found');
  return { channel, threadTs: root.threadTs ?? root.ts };
}

function findSession(
  { state }: Core,
  { channel, threadTs }: Pick<Session, 'channel' | 'threadTs'>,
): Session | undefined {
  return state.sessions.find((one) => one.channel === channel && one.threadTs === threadTs);
}

function readTitle(title: string): string {
  if (title.length > LONGEST_TITLE) throw new ApiError('invalid_arguments');
  return title;
}

function keep(core: Core, session: Session): void {
  const known = findSession(core, session);
  core.state.sessions = [...core.state.sessions.filter((one) => one !== known), session];
  core.changed();
}
