import { isObject, textOf } from '../json.js';
import type { Channel, Message, Prompts, View } from '../protocol.js';
import type { AppManifest } from '../read-manifest.js';
import { canSee } from './visibility.js';
import type {
  StoredChannel,
  StoredMessage,
  StoredView,
  WorkspaceState,
} from './workspace-state.js';

/** A message as one person sees it: with the replies that they see. */
export function seenMessage(state: WorkspaceState, person: string, stored: StoredMessage): Message {
  const { metadata: _, ...message } = stored;
  const replies = state.messages.filter(
    (one) => one.threadTs === stored.ts && canSee(state, person, one),
  );
  const latest = replies.at(-1);
  return {
    ...structuredClone(message),
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map((one) => one.user))],
    ...(latest && { latestReply: latest.ts }),
  };
}

/** A direct message is named after the bot. */
export function seenChannel(state: WorkspaceState, stored: StoredChannel): Channel {
  const bot = state.people.find((one) => one.id === state.app.botUser);
  return { ...stored, name: stored.kind === 'direct' ? (bot?.realName ?? '') : stored.name };
}

/** A view reduced to what is shown of it. */
export function seenView(stored: StoredView): View {
  const { source } = stored;
  const label = (name: string): string | undefined => {
    const text = source[name];
    return isObject(text) ? textOf(text['text']) : undefined;
  };
  const submit = label('submit');
  const close = label('close');
  return {
    id: stored.id,
    type: source.type,
    callbackId: textOf(source['callback_id']),
    title: label('title') ?? '',
    ...(submit !== undefined && { submit }),
    ...(close !== undefined && { close }),
    blocks: structuredClone(source.blocks),
    hash: stored.hash,
    errors: stored.errors,
  };
}

/** The Home tab that was published for a person. */
export function seenHome(state: WorkspaceState, person: string): View | null {
  const home = state.homes[person];
  return home ? seenView(home) : null;
}

/** Suggested prompts as last set, else those of the manifest. */
export function seenPrompts(state: WorkspaceState, manifest: AppManifest, person: string): Prompts {
  const direct = state.channels.find(
    (one) => one.kind === 'direct' && one.members.includes(person),
  );
  return state.prompts[direct?.id ?? ''] ?? { title: '', prompts: manifest.prompts };
}
