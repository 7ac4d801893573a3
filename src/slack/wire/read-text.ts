const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What a person typed, read back from the form in which Slack delivers it: mentions of the bot taken out, links and
 * channels as they were shown, the three entities as characters.
 */
export function readText(delivered: string, botUserId: string): string {
  return delivered
    .replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replaceAll(/<(?:[@#!][^|>]*|[^|>\s]*)\|([^>]*)>/g, '$1')
    .replaceAll(/<((?:https?|mailto):[^|>]*)>/g, '$1')
    .replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
