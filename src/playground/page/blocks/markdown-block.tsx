import type { Block } from '../../protocol.js';
import { isString, need } from './shape.js';
import { Markdown } from '../text/markdown.js';

/** Standard Markdown, the safe part of it. */
export function MarkdownBlock({ block }: { block: Block }) {
  return (
    <div class="markdown">
      <Markdown text={need(block['text'], isString)} />
    </div>
  );
}
