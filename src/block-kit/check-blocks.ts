import type { z } from 'zod';
import { messageBlocks, view } from './blocks.js';
import { isObject } from './json.js';
import { escapedLength, LIMITS } from './limits.js';

/** One reason for which Slack would refuse a message or a view. */
export interface BlockFault {
  /** A JSON pointer such as `/blocks/0/text/text`; empty where the whole message is meant. */
  pointer: string;
  /** In Slack's words: "must be less than 3001 characters". */
  message: string;
  /** What the Web API would answer in `error` (for a view it says `invalid_arguments` instead of `invalid_blocks`). */
  code: 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text' | 'view_too_large';
}

/** Every reason for which Slack would refuse this message; an empty list means that it would be accepted. */
export function checkMessage(message: { text?: unknown; blocks?: unknown }): BlockFault[] {
  const { text, blocks } = message;
  const faults: BlockFault[] = [];
  const hasBlocks = Array.isArray(blocks) ? blocks.length > 0 : blocks !== undefined;
  if (typeof text === 'string' && escapedLength(text, 'mrkdwn') > LIMITS.messageText)
    faults.push({
      pointer: '/text',
      message: `must be less than ${LIMITS.messageText + 1} characters`,
      code: 'msg_too_long',
    });
  if (!hasBlocks) {
    if (typeof text !== 'string' || text === '')
      faults.push({ pointer: '/text', message: 'no text and no blocks', code: 'no_text' });
    return faults;
  }
  faults.push(...faultsOf(messageBlocks, blocks, '/blocks'), ...duplicateIds(blocks, '/blocks'));
  if (textLength(blocks) > LIMITS.messageBlocksChars)
    faults.push({
      pointer: '/blocks',
      message: `all blocks together must be less than ${LIMITS.messageBlocksChars + 1} characters`,
      code: 'msg_blocks_too_long',
    });
  return faults;
}

/** Every reason for which Slack would refuse this modal or Home tab. Pointers begin with `/view`. */
export function checkView(candidate: unknown): BlockFault[] {
  const faults = faultsOf(view, candidate, '/view');
  if (isObject(candidate)) faults.push(...duplicateIds(candidate['blocks'], '/view/blocks'));
  const bytes = new TextEncoder().encode(JSON.stringify(candidate) ?? '').length;
  if (bytes > LIMITS.viewBytes)
    faults.push({
      pointer: '/view',
      message: `must be less than ${LIMITS.viewBytes + 1} bytes`,
      code: 'view_too_large',
    });
  return faults;
}

function faultsOf(schema: z.ZodType, value: unknown, place: string): BlockFault[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) =>
    describe(issue).map(({ path = issue.path, message }) => ({
      pointer: [place, ...path].join('/'),
      message,
      code: 'invalid_blocks' as const,
    })),
  );
}

/** In Slack's words, which names the object where zod names a field that it lacks or has too many. */
function describe(issue: z.core.$ZodIssue): { path?: PropertyKey[]; message: string }[] {
  const parent = issue.path.slice(0, -1);
  switch (issue.code) {
    case 'invalid_type': {
      const missing = issue.input === undefined && issue.path.length > 0;
      if (missing)
        return [{ path: parent, message: `missing required field: ${String(issue.path.at(-1))}` }];
      return [{ message: `must provide ${kinds[issue.expected] ?? issue.expected}` }];
    }
    case 'invalid_union': {
      const type = isObject(issue.input) ? issue.input['type'] : undefined;
      return typeof type === 'string'
        ? [{ message: `unsupported type: ${type}` }]
        : [{ path: parent, message: 'missing required field: type' }];
    }
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ message: `invalid additional property: ${name}` }));
    case 'invalid_value':
      return [{ message: `must be one of: ${issue.values.join(', ')}` }];
    case 'too_small':
      return [{ message: size('no fewer than', 'at least', Number(issue.minimum), issue.origin) }];
    case 'too_big':
      return [{ message: size('no more than', 'at most', Number(issue.maximum), issue.origin) }];
    default:
      return [{ message: issue.message }];
  }
}

const kinds: Record<string, string> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  boolean: 'a boolean',
  int: 'an integer',
  number: 'an integer',
};

function size(ofItems: string, ofNumbers: string, limit: number, origin: string): string {
  return origin === 'array' ? `${ofItems} ${limit} items allowed` : `must be ${ofNumbers} ${limit}`;
}

function duplicateIds(blocks: unknown, place: string): BlockFault[] {
  const ids = (Array.isArray(blocks) ? blocks : []).map((one: unknown) =>
    isObject(one) && typeof one['block_id'] === 'string' ? one['block_id'] : '',
  );
  return ids.flatMap((id, index) =>
    id === '' || ids.indexOf(id) === index
      ? []
      : [
          {
            pointer: `${place}/${index}/block_id`,
            message: `block_id "${id}" already exists`,
            code: 'invalid_blocks' as const,
          },
        ],
  );
}

/**
 * Characters of text in blocks, at any depth: every `text` that is a string. Slack does not document what it sums; ids,
 * values and URLs are left out, `LIMITS.messageBlocksCharsSafe` is the margin.
 */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0);
  if (!isObject(value)) return 0;
  const { text, type, ...rest } = value;
  const length =
    typeof text === 'string'
      ? escapedLength(text, type === 'mrkdwn' ? 'mrkdwn' : 'plain')
      : textLength(text);
  return length + textLength(Object.values(rest));
}
