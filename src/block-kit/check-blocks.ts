import { messageBlock, viewBlock } from './block-shapes.js';
import {
  boolean,
  byType,
  isObject,
  list,
  object,
  oneOf,
  string,
  type Shape,
  type ShapeFault,
} from './json-shape.js';
import { escapedLength, LIMITS } from './limits.js';
import { plainText } from './text-shapes.js';

/** One reason for which Slack would refuse a message or a view. */
export interface BlockFault {
  /** A JSON pointer such as `/blocks/0/text/text`; empty where the whole message is meant. */
  pointer: string;
  /** In Slack's words: "must be less than 3001 characters". */
  message: string;
  /** What the Web API would answer in `error` (for a view it says `invalid_arguments` instead of `invalid_blocks`). */
  code: 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text' | 'view_too_large';
}

/**
 * Every reason for which Slack would refuse this message; an empty list means that it would be
 * accepted. Knows the block types of `block-shapes.ts`: any other counts as unsupported, so that a
 * new one is added there, with its limits, before it is sent.
 */
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
  faults.push(...shapeFaults(list(messageBlock, LIMITS.blocksPerMessage), blocks, '/blocks'));
  faults.push(...duplicateIds(blocks, '/blocks'), ...sums(blocks));
  return faults;
}

const viewFields = {
  blocks: list(viewBlock, LIMITS.blocksPerView),
};
const viewOptions = {
  private_metadata: string(LIMITS.privateMetadata, { min: 0 }),
  callback_id: string(LIMITS.callbackId, { min: 0 }),
  external_id: string(LIMITS.callbackId, { min: 0 }),
};

const view = byType(() => ({
  home: object({ type: oneOf('home'), ...viewFields }, viewOptions),
  modal: object(
    { type: oneOf('modal'), title: plainText(LIMITS.viewTitle), ...viewFields },
    {
      ...viewOptions,
      submit: plainText(LIMITS.viewButton),
      close: plainText(LIMITS.viewButton),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    (value, pointer, report) => {
      if (!isObject(value) || value['submit'] !== undefined) return;
      if (blocksOf(value['blocks']).some((block) => block['type'] === 'input'))
        report({ pointer, message: 'missing required field: submit (the view has an input)' });
    },
  ),
}));

/** Every reason for which Slack would refuse this modal or Home tab. Pointers begin with `/view`. */
export function checkView(candidate: unknown): BlockFault[] {
  const faults = shapeFaults(view, candidate, '/view');
  const blocks = isObject(candidate) ? candidate['blocks'] : undefined;
  faults.push(...duplicateIds(blocks, '/view/blocks'));
  const bytes = new TextEncoder().encode(JSON.stringify(candidate) ?? '').length;
  if (bytes > LIMITS.viewBytes)
    faults.push({
      pointer: '/view',
      message: `must be less than ${LIMITS.viewBytes + 1} bytes`,
      code: 'view_too_large',
    });
  return faults;
}

function shapeFaults(shape: Shape, value: unknown, pointer: string): BlockFault[] {
  const faults: BlockFault[] = [];
  shape(value, pointer, (fault: ShapeFault) => faults.push({ ...fault, code: 'invalid_blocks' }));
  return faults;
}

function blocksOf(blocks: unknown): Record<string, unknown>[] {
  return Array.isArray(blocks) ? blocks.filter(isObject) : [];
}

function duplicateIds(blocks: unknown, pointer: string): BlockFault[] {
  const seen = new Set<unknown>();
  return (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown, index) => {
    const id = isObject(block) ? block['block_id'] : undefined;
    if (typeof id !== 'string' || id === '') return [];
    if (!seen.has(id)) return seen.add(id) && [];
    return [
      {
        pointer: `${pointer}/${index}/block_id`,
        message: `block_id "${id}" already exists`,
        code: 'invalid_blocks' as const,
      },
    ];
  });
}

/** The limits that hold for a message as a whole. */
function sums(blocks: unknown): BlockFault[] {
  const faults: BlockFault[] = [];
  const over = (type: string | undefined, max: number, code: BlockFault['code']) => {
    const counted = blocksOf(blocks).filter((block) => !type || block['type'] === type);
    if (textLength(counted) > max)
      faults.push({
        pointer: '/blocks',
        message: `${type ?? 'all'} blocks together must be less than ${max + 1} characters`,
        code,
      });
  };
  if (blocksOf(blocks).filter((block) => block['type'] === 'markdown').length > 1)
    over('markdown', LIMITS.markdownText, 'invalid_blocks');
  over('table', LIMITS.tableChars, 'invalid_blocks');
  over(undefined, LIMITS.messageBlocksChars, 'msg_blocks_too_long');
  return faults;
}

/**
 * Characters of text in blocks, at any depth: every `text`, `alt_text` and `fallback` that is a string. Slack does
 * not document what it sums; ids, values and URLs are left out, `LIMITS.messageBlocksCharsSafe` is the margin.
 */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0);
  if (!isObject(value)) return 0;
  const kind = value['type'] === 'mrkdwn' ? 'mrkdwn' : 'plain';
  return Object.entries(value).reduce((sum, [name, entry]) => {
    if (typeof entry !== 'string') return sum + textLength(entry);
    return shown.has(name) ? sum + escapedLength(entry, kind) : sum;
  }, 0);
}

const shown = new Set(['text', 'alt_text', 'fallback']);
