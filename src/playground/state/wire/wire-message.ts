import type { JsonObject } from '../../../block-kit/json.js';
import type { StoredMessage, WorkspaceState } from '../workspace-state.js';

/** A message as the Web API and payloads show it to the bot. */
export function wireMessage(state: WorkspaceState, message: StoredMessage): JsonObject {
  const { app, team } = state;
  const replies = state.messages.filter(
    (one) => one.channel === message.channel && one.threadTs === message.ts && !one.ephemeralTo,
  );
  const last = replies.at(-1);
  const threadTs = message.threadTs ?? (last ? message.ts : undefined);
  const parent = state.messages.find((one) => one.ts === message.threadTs);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.from === 'bot' && { bot_id: app.botId, app_id: app.id }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(message.threadTs !== undefined && parent && { parent_user_id: parent.user }),
    ...(last && {
      reply_count: replies.length,
      reply_users: [...new Set(replies.map((one) => one.user))],
      latest_reply: last.ts,
    }),
    ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(message.metadata && { metadata: message.metadata }),
  };
}
