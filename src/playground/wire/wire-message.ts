import type { JsonObject } from '../json.js';
import type { StoredMessage, WorkspaceState } from '../state/workspace-state.js';

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

/** A channel as the Web API shows it to the bot. */
export function wireChannel(
  state: WorkspaceState,
  channel: WorkspaceState['channels'][number],
): JsonObject {
  const direct = channel.kind === 'direct';
  return {
    id: channel.id,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: direct,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived === true,
    context_team_id: state.team.id,
    ...(direct
      ? { user: channel.members.find((id) => id !== state.app.botUser) }
      : {
          name: channel.name,
          name_normalized: channel.name,
          is_member: channel.members.includes(state.app.botUser),
          topic: { value: channel.topic, creator: '', last_set: 0 },
          purpose: { value: '', creator: '', last_set: 0 },
          num_members: channel.members.length,
        }),
  };
}
