import { z } from 'zod';
import { FARTHEST_MS } from '../movable-clock.js';
import type { Command } from '../protocol.js';

const text = z.string().max(40_000);
const id = z.string().max(64);
const path = z.string().max(1_000);
const line = z.string().trim().min(1).max(500).nullable();
const day = z.iso.date('The date: expected one such as 2026-11-24.').nullable();
/** As much as the archive takes. */
const articleText = z
  .string()
  .max(5_000_000)
  .refine((given) => given.trim() !== '', 'The article has no text.');
const entered = z.union([z.string().max(40_000), z.array(z.string()).max(100), z.null()]);
const values = z.record(z.string(), z.record(z.string(), entered));
const faults = z.enum([
  'rate-limit-once',
  'lose-ack-once',
  'send-event-twice',
  'expire-response-urls',
  'slack-down-10s',
]);

/** What the page may ask for, checked where it comes in. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('send-message'),
    person: id,
    channel: id,
    text,
    threadTs: id.exactOptional(),
  }),
  z.object({
    kind: z.literal('press'),
    person: id,
    message: z.object({ channel: id, ts: id }).exactOptional(),
    view: id.exactOptional(),
    blockId: z.string(),
    actionId: z.string(),
    value: entered.exactOptional(),
    values: values.exactOptional(),
  }),
  z.object({ kind: z.literal('submit-view'), person: id, view: id, values }),
  z.object({ kind: z.literal('close-view'), person: id, view: id }),
  z.object({
    kind: z.literal('shortcut'),
    person: id,
    callbackId: z.string(),
    channel: id,
    ts: id,
  }),
  z.object({ kind: z.literal('open-home'), person: id, tab: z.enum(['home', 'messages']) }),
  z.object({ kind: z.literal('react'), person: id, channel: id, ts: id, name: id }),
  z.object({ kind: z.literal('invite'), person: id, channel: id }),
  z.object({ kind: z.literal('remove-bot'), person: id, channel: id }),
  z.object({
    kind: z.literal('archive-channel'),
    person: id,
    channel: id,
    archived: z.boolean(),
  }),
  z.object({ kind: z.literal('set-fault'), fault: faults, on: z.boolean() }),
  z.object({ kind: z.literal('add-sample'), sample: id }),
  z.object({
    kind: z.literal('add-article'),
    article: z.object({ title: line, outlet: line, date: day, text: articleText }),
  }),
  z.object({ kind: z.literal('write-article'), file: path, text: articleText }),
  z.object({ kind: z.literal('withdraw-article'), file: path, reason: line }),
  z.object({ kind: z.literal('move-clock'), ms: z.number().min(0).max(FARTHEST_MS) }),
  z.object({ kind: z.literal('clear-traffic') }),
]);
