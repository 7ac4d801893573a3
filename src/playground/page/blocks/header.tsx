import type { Block } from '../../protocol.js';
import { PlainText } from '../text/plain-text.js';
import { isText, need } from './shape.js';

/** A line in large type; always plain text. */
export function Header({ block }: { block: Block }) {
  return (
    <h2 class="header-text">
      <PlainText text={need(block['text'], isText)} />
    </h2>
  );
}
