import type { Log } from '../../log.js';
import type { Claims } from '../../store/store.js';
import { slackCode } from '../wire/post-error.js';
import type { Place, SlackClient } from '../wire/responder.js';

/** Questions of workflows answered in one channel within an hour, so that none can keep the bot talking without end. */
export const MOST_AN_HOUR = 10;

const HOUR_MS = 60 * 60_000;

/**
 * What becomes of a mention that a bot wrote: `answer` for a workflow's; `pause` once an hour, when workflows have had
 * their share; `ignore` for every other bot, and where Slack does not tell. Never rejects.
 */
export type Workflows = (
  botId: string,
  place: Pick<Place, 'team' | 'channel'>,
  client: SlackClient,
) => Promise<'answer' | 'pause' | 'ignore'>;

export function createWorkflows(needs: {
  readonly claims: Claims;
  readonly now: () => Date;
  readonly log: Log;
}): Workflows {
  const { claims, now, log } = needs;
  const known = new Map<string, boolean>();

  async function isWorkflow(botId: string, client: SlackClient): Promise<boolean> {
    const before = known.get(botId);
    if (before !== undefined) return before;
    const { bot } = await client.bots.info({ bot: botId });
    const is = bot?.is_workflow_bot === true;
    known.set(botId, is);
    return is;
  }

  return async (botId, { team, channel }, client) => {
    try {
      if (!(await isWorkflow(botId, client))) return 'ignore';
      const hour = `workflow:${team}:${channel}:${Math.floor(now().getTime() / HOUR_MS)}`;
      for (let turn = 1; turn <= MOST_AN_HOUR; turn += 1)
        if (await claims.claim(`${hour}:${turn}`)) return 'answer';
      return (await claims.claim(`${hour}:pause`)) ? 'pause' : 'ignore';
    } catch (err) {
      // Bots of other organisations and old integrations are not known by their ids.
      if (slackCode(err) !== 'bot_not_found')
        log.warn({ err, bot: botId }, 'a mention by a bot is left alone: it may be no workflow');
      return 'ignore';
    }
  };
}
