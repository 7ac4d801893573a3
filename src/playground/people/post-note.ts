import type { Core } from '../core.js';
import type { StoredMessage } from '../state/workspace-state.js';
import { SLACKBOT } from '../state/starting-state.js';

/** A word from Slack itself to one person; nobody else sees it. */
export function postNote(
  core: Core,
  to: Pick<StoredMessage, 'channel'> & { person: string; threadTs?: string | undefined },
  text: string,
  extra: Partial<StoredMessage> = {},
): void {
  core.messages.post({
    channel: to.channel,
    user: SLACKBOT,
    from: 'slackbot',
    ephemeralTo: to.person,
    text,
    ...(to.threadTs !== undefined && { threadTs: to.threadTs }),
    ...extra,
  });
}
