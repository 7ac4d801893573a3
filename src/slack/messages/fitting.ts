import type { types } from '@slack/bolt';
import { escapedLength, LIMITS } from '../../block-kit/limits.js';
import { escapeText } from './blocks.js';

/** Slack refuses a message whose blocks hold too much text in all, whatever each block holds. `room` is kept free. */
export function fits(blocks: readonly types.KnownBlock[], room = 0): boolean {
  return (
    blocks.length + room <= LIMITS.blocksPerMessage &&
    escapedLength(JSON.stringify(blocks)) <= LIMITS.messageBlocksCharsSafe
  );
}

/** For notifications and screen readers: what is said, then as many of the lines as Slack takes, each whole. */
export function plainText(said: readonly string[], lines: readonly string[]): string {
  const taken = [...said];
  let length = taken.join('\n').length;
  for (const line of lines) {
    length += escapedLength(line) + 1;
    if (length > LIMITS.messageTextSafe) break;
    taken.push(line);
  }
  return escapeText(taken.join('\n'));
}

/** The message with the most entries that Slack takes, from `most` down to none. */
export function longest<T extends { readonly blocks: readonly types.KnownBlock[] }>(
  most: number,
  make: (shown: number) => T,
): T {
  for (let shown = Math.min(most, LIMITS.blocksPerMessage); shown > 0; shown -= 1) {
    const message = make(shown);
    if (fits(message.blocks)) return message;
  }
  return make(0);
}
