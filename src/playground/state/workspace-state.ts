import type { JsonObject } from '../json.js';
import type { Block, Message, Person, Prompts, Status } from '../protocol.js';

/** A message as kept: what of a `Message` does not depend on who looks. */
export interface StoredMessage extends Omit<Message, 'replyCount' | 'replyUsers' | 'latestReply'> {
  /** `metadata` of chat.postMessage; only the bot gets it back. */
  metadata?: JsonObject;
}

export interface StoredChannel {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: 'public' | 'private' | 'direct';
  topic: string;
  members: string[];
  /** Nobody writes in it any more. */
  archived?: boolean;
}

/** A modal or Home tab as the bot handed it in, with what Slack adds. */
export interface StoredView {
  id: string;
  /** The bottom of the stack that this modal belongs to; its own id for that one. */
  rootId: string;
  previousId: string | null;
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
  channels: StoredChannel[];
  /** By `ts`, oldest first. */
  messages: StoredMessage[];
  /** By person. */
  homes: Record<string, StoredView>;
  /** By person, topmost last. */
  modals: Record<string, StoredView[]>;
  /** By channel. */
  prompts: Record<string, Prompts>;
  statuses: Status[];
  /** The last `ts` given out, in microseconds: never given out twice, not even after a restart. */
  lastTs: number;
}
