import { isObject, type JsonObject } from '../../../block-kit/json.js';
import type { Block, Channel } from '../../protocol.js';
import type { Ids } from '../create-ids.js';
import { textOf } from '../json.js';
import type { StoredMessage, StoredView, WorkspaceState } from '../workspace-state.js';

/** A message as the Web API and payloads show it to the bot. */
export function wireMessage(state: WorkspaceState, message: StoredMessage): JsonObject {
  const { app } = state;
  const channel = state.channels.find(({ id }) => id === message.channel);
  const { id: team } = teamOf(state, message.user);
  const replies = state.messages.filter(
    (one) => one.channel === message.channel && one.threadTs === message.ts && !one.ephemeralTo,
  );
  const last = replies.at(-1);
  const threadTs = message.threadTs ?? (last ? message.ts : undefined);
  const parent = state.messages.find((one) => one.ts === message.threadTs);
  return {
    type: 'message',
    ...(message.subtype !== undefined && { subtype: message.subtype }),
    ...(message.from === 'workflow'
      ? { bot_id: message.user, username: message.username ?? '' }
      : { user: message.user }),
    ts: message.ts,
    text: message.text,
    team,
    // In a channel that two organisations share, every message says whose its writer is.
    ...(channel?.shared === true && { user_team: team, source_team: team }),
    ...(message.from === 'bot' && { bot_id: app.botId, app_id: app.id }),
    ...(message.files && {
      files: message.files.map((file) => ({ ...file, title: file.name, user: message.user })),
    }),
    ...(message.attachments && { attachments: message.attachments }),
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

/** The organisation that somebody is of. */
export function teamOf(state: WorkspaceState, user: string): WorkspaceState['team'] {
  return state.people.find(({ id }) => id === user)?.team ?? state.team;
}

/** A view as the Web API and payloads show it to the bot. */
export function wireView(
  state: WorkspaceState,
  view: StoredView,
  values: JsonObject = {},
): JsonObject {
  return {
    private_metadata: '',
    callback_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    external_id: '',
    ...view.source,
    id: view.id,
    team_id: state.team.id,
    app_id: state.app.id,
    bot_id: state.app.botId,
    app_installed_team_id: state.team.id,
    hash: view.hash,
    root_view_id: view.id,
    previous_view_id: null,
    state: { values },
  };
}

/** Interactive elements of a block, wherever the block's type keeps them. */
export function elementsOf(block: JsonObject): JsonObject[] {
  const inside = [block['accessory'], block['element'], block['elements']].flat();
  const interactive = block['type'] !== 'context' && block['type'] !== 'rich_text';
  return interactive ? inside.filter(isObject) : [];
}

/** A copy in which every block has its `block_id` and every interactive element its `action_id`. */
export function fillInBlocks(blocks: unknown, ids: Ids): Block[] {
  if (!Array.isArray(blocks)) return [];
  const copies: Block[] = structuredClone(blocks);
  const short = (): string => ids.id('').slice(0, 5);
  for (const block of copies) {
    block.block_id ||= short();
    for (const element of elementsOf(block)) element['action_id'] ||= short();
  }
  return copies;
}

/** The element that a person touched, with its block; undefined where there is none. */
export function findElement(
  blocks: readonly Block[],
  blockId: string,
  actionId: string,
): JsonObject | undefined {
  const block = blocks.find((one) => one.block_id === blockId);
  return block && elementsOf(block).find((one) => one['action_id'] === actionId);
}

/**
 * Text of blocks as Slack hands it back in payloads: `& < >` in text objects are escaped there even
 * in plain_text (slackapi/bolt-python issue 513). Rich text and values come back as they were.
 */
export function escapeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (!isObject(value) || value['type'] === 'rich_text') return value;
  const isPlain = value['type'] === 'plain_text';
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      isPlain && name === 'text' ? escapeText(textOf(entry)) : escapeTexts(entry),
    ]),
  );
}

/** As Slack escapes what people type: three characters, nothing else. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** How a channel is called towards the bot: private ones and direct messages have no name of their own there. */
export function wireChannelName({ kind, name }: Channel): string {
  if (kind === 'direct') return 'directmessage';
  return kind === 'private' ? 'privategroup' : name;
}
