import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from './blocks.js';

const stored = z.object({
  text: z.string(),
  blocks: z.array(z.custom<types.KnownBlock>((block) => typeof block === 'object')),
});

/** A message as it is remembered once it is posted, so that it can be posted again with a line added. */
export function encodeBody({ text, blocks }: Message): string {
  return JSON.stringify({ text, blocks });
}

export function decodeBody(body: string): Message {
  return stored.parse(JSON.parse(body));
}
