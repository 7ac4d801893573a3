import type { Block } from '../../protocol.js';
import { Icon, type IconName } from '../icons.js';
import { TextOf } from '../text/text-object.js';
import { isText, need } from './shape.js';

const levels = new Set<unknown>(['default', 'info', 'warning', 'error', 'success']);

/** A boxed notice in the colour of its level. */
export function Alert({ block }: { block: Block }) {
  const level = levels.has(block['level']) ? String(block['level']) : 'default';
  return (
    <div class={`alert alert-${level}`} role="note">
      <Icon name={iconOf(level)} />
      <TextOf text={need(block['text'], isText)} />
    </div>
  );
}

function iconOf(level: string): IconName {
  if (level === 'success') return 'check';
  return level === 'warning' || level === 'error' ? 'warning' : 'info';
}
