import type { Channel, Person } from '../../protocol.js';
import type { Element } from '../blocks/shape.js';

/** What a select of people, channels or conversations offers. */
export function pickableIds(
  element: Element,
  people: readonly Person[],
  channels: readonly Channel[],
): { id: string; label: string }[] {
  if (element.type.includes('users')) {
    return people.map((person) => ({ id: person.id, label: person.realName }));
  }
  const include = element.filter?.include;
  return channels
    .filter((channel) => {
      const kind = channel.kind === 'direct' ? 'im' : channel.kind;
      if (element.type.includes('channels')) return kind === 'public';
      return include === undefined || include.includes(kind);
    })
    .map((channel) => ({
      id: channel.id,
      label: channel.kind === 'direct' ? channel.name : `#${channel.name}`,
    }));
}
