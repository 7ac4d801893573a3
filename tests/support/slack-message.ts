import type { Request } from '../../src/requests/request.js';
import { checkMessage } from '../../src/block-kit/check-blocks.js';
import type { Message } from '../../src/slack/messages/blocks.js';
import { listingMessage } from '../../src/slack/messages/listing-message.js';
import type { Files } from './memory-folder.js';
import { NOON, openMemoryArchive } from './open-memory-archive.js';
import { replyTo } from './reply.js';

/** What a person alone is shown of a request to these articles; throws where Slack would refuse it. */
export async function messageOf(files: Files, request: Request, skip = 0): Promise<Message> {
  const archive = await openMemoryArchive(files);
  const { listing } = await replyTo(archive, request, { skip });
  const message = listingMessage(listing, 'private', NOON);
  const faults = checkMessage(message);
  if (faults.length > 0)
    throw new Error(`Slack would refuse this message: ${JSON.stringify(faults)}`);
  return message;
}

/** The runs of text in this style, in order. */
export function runsIn(blocks: unknown, style: 'bold' | 'strike' | 'italic'): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('text' in value && 'style' in value && JSON.stringify(value.style).includes(style))
        found.push(String(value.text));
      else Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return found;
}
