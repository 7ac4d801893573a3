import { z } from 'zod';
import type { JsonObject } from '../../block-kit/json.js';
import type { Block, Channel, Message, Person, Prompts } from '../protocol.js';

/** A message as kept: what of a `Message` does not depend on who looks. */
export interface StoredMessage extends Omit<Message, 'replyCount' | 'replyUsers' | 'latestReply'> {
  /** `metadata` of chat.postMessage; only the bot gets it back. */
  metadata?: JsonObject;
}

/** A modal or Home tab as the bot handed it in, with what Slack adds. */
export interface StoredView {
  id: string;
  hash: string;
  /** As handed in, with every block_id and action_id filled in. */
  source: JsonObject & { type: 'modal' | 'home'; blocks: Block[] };
  errors: Record<string, string>;
}

/** All that outlives a restart when the playground keeps its state. Plain JSON. */
export interface WorkspaceState {
  version: 1;
  team: { id: string; name: string; domain: string };
  app: { id: string; botId: string; botUser: string };
  people: Person[];
  /** The name of a direct message is empty. */
  channels: Channel[];
  /** By `ts`, oldest first. A message that changes is replaced by another object. */
  messages: StoredMessage[];
  /** By person. */
  homes: Record<string, StoredView>;
  /** By person, topmost last. */
  modals: Record<string, StoredView[]>;
  /** By channel. */
  prompts: Record<string, Prompts>;
  /** The last `ts` given out, in microseconds: never given out twice, not even after a restart. */
  lastTs: number;
}

const block = z.looseObject({ type: z.string(), block_id: z.string().exactOptional() });
const view = z.looseObject({
  id: z.string(),
  hash: z.string(),
  source: z.looseObject({ type: z.enum(['modal', 'home']), blocks: z.array(block) }),
  errors: z.record(z.string(), z.string()),
});

/** What a file must hold to be the state of a workspace. */
export const workspaceStateSchema: z.ZodType<WorkspaceState> = z.looseObject({
  version: z.literal(1),
  team: z.looseObject({ id: z.string(), name: z.string(), domain: z.string() }),
  app: z.looseObject({ id: z.string(), botId: z.string(), botUser: z.string() }),
  people: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      realName: z.string(),
      title: z.string(),
      tz: z.string(),
      color: z.string(),
      isBot: z.boolean(),
    }),
  ),
  channels: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['public', 'private', 'direct']),
      topic: z.string(),
      members: z.array(z.string()),
      archived: z.boolean().exactOptional(),
    }),
  ),
  messages: z.array(
    z.looseObject({
      channel: z.string(),
      ts: z.string(),
      threadTs: z.string().exactOptional(),
      user: z.string(),
      from: z.enum(['person', 'bot', 'slackbot']),
      text: z.string(),
      blocks: z.array(block),
      ephemeralTo: z.string().exactOptional(),
      edited: z.boolean(),
      reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
      offer: z.literal('invite').exactOptional(),
      metadata: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  ),
  homes: z.record(z.string(), view),
  modals: z.record(z.string(), z.array(view)),
  prompts: z.record(
    z.string(),
    z.object({
      title: z.string(),
      prompts: z.array(z.object({ title: z.string(), message: z.string() })),
    }),
  ),
  lastTs: z.number(),
});
