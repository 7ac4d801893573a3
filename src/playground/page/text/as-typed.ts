import type { Channel, Person } from '../../protocol.js';

/** A message's text as its writer would type it: mentions by name, links bare, `& < >` as themselves. */
export function asTyped(
  text: string,
  people: readonly Person[],
  channels: readonly Channel[],
): string {
  return text
    .replaceAll(/<([@#!]?)([^<>|]+)(?:\|[^<>]*)?>/g, (whole, sign: string, target: string) => {
      if (sign === '!') return `@${target}`;
      if (sign === '') return target;
      const named = sign === '@' ? people : channels;
      const name = named.find(({ id }) => id === target)?.name;
      return name === undefined ? whole : sign + name;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
