/** An address of the web or of mail, in Slack's own form or bare. */
const ADDRESS =
  /<(?:https?:|mailto:)[^>]*>|\b(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s<>"“”«»]+|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** Somebody's name on a network, Slack's own form of it too, and what marks a repeated or passed on message. */
const HANDLE =
  /<@[^>]*>|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_]+:?|^\s*(?:RT|Fwd?|FW|Re)(?::|(?=\s*@))/giu;
const HASHTAG = /(?<![\p{L}\p{N}_&])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu;

/**
 * Pasted text without what asks for nothing: addresses and handles; a hashtag's
 * words are parted where it has capitals or underscores, "#BorderWall2025" → "Border Wall 2025".
 */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ').replace(HANDLE, ' ').replace(HASHTAG, splitHashtag);
}

function splitHashtag(tag: string): string {
  return tag
    .slice(1)
    .replaceAll('_', ' ')
    .replace(/(?<=\p{Ll})(?=[\p{Lu}\p{N}])|(?<=\p{L})(?=\p{N})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
}
