import { escapeText } from '../state/wire/wire.js';
import type { WorkspaceState } from '../state/workspace-state.js';

/**
 * What Slack makes of typed text: `& < >` escaped, `@maya` and `#politics` turned into mentions,
 * `@here`, `@channel` and `@everyone` into broadcasts, links put into angle brackets. Names that
 * nobody has stay as typed.
 */
export function encodeTyped(state: WorkspaceState, typed: string): string {
  return escapeText(typed)
    .replaceAll(/(^|[\s(])(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'])/g, '$1<$2>')
    .replaceAll(/(^|[\s("'])@([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      if (['here', 'channel', 'everyone'].includes(name.toLowerCase()))
        return `${before}<!${name.toLowerCase()}>`;
      const [person, rest] = longestName(name, (handle) =>
        state.people.find((one) => one.name.toLowerCase() === handle),
      );
      return person ? `${before}<@${person.id}>${rest}` : whole;
    })
    .replaceAll(/(^|[\s("'])#([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      const [channel, rest] = longestName(name, (handle) =>
        state.channels.find((one) => one.kind !== 'direct' && one.name === handle),
      );
      return channel ? `${before}<#${channel.id}>${rest}` : whole;
    });
}

/** `@maya.` at the end of a sentence is Maya and a full stop. */
function longestName<T>(
  name: string,
  find: (handle: string) => T | undefined,
): [found: T | undefined, rest: string] {
  const bare = name.replace(/[._-]+$/, '');
  for (const handle of [name, bare]) {
    const found = find(handle.toLowerCase());
    if (found) return [found, name.slice(handle.length)];
  }
  return [undefined, ''];
}
