import { latestTs } from './message-order.js';
import type { PageState } from './state.js';

/** What is on the screen is read. */
export function markRead(state: PageState): PageState {
  const { place, world } = state;
  if (!place || !world || place.tab !== 'messages') return state;
  const key = `${world.person}/${place.channel}`;
  const latest = latestTs(world.messages, place.channel);
  if (latest === '' || (state.read[key] ?? '') >= latest) return state;
  return { ...state, read: { ...state.read, [key]: latest } };
}

/** The channels that hold something the acting person has not had on the screen. */
export function unreadChannels(state: PageState): Set<string> {
  const { world } = state;
  const unread = new Set<string>();
  for (const message of world?.messages ?? []) {
    const read = state.read[`${world?.person}/${message.channel}`] ?? state.readBefore;
    if (message.ts > read && message.user !== world?.person) unread.add(message.channel);
  }
  return unread;
}
