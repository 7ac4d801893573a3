import { escapeText, richText, section, words, type Message } from './blocks.js';

/** One plain sentence or two to one person: why there is no answer, or what became of a press. */
export function reasonMessage(reason: string): Message {
  return { text: escapeText(reason), blocks: [richText(section(words(reason)))] };
}

/** For a failure that the person cannot mend; the log holds the same reference. */
export function failureMessage(reference: string): Message {
  return reasonMessage(
    `Something went wrong on my side, and I have no answer for you. Please try again; if it happens again, give this reference to whoever runs me: ${reference}`,
  );
}

/** Where the bot is no member it cannot post: what became of the wish, and how to let it in. */
export function notAMemberMessage(handle: string, outcome: string): Message {
  return reasonMessage(
    `I am not in this channel and cannot post here: ${outcome}. Invite me with /invite @${handle}, then try again.`,
  );
}
