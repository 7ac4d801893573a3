import { Component, type ComponentChildren, type ComponentType } from 'preact';
import type { Block } from '../../protocol.js';
import { Actions } from './actions.js';
import { Alert } from './alert.js';
import { Context } from './context.js';
import { Divider } from './divider.js';
import { Header } from './header.js';
import { ImageBlock } from './image.js';
import { Input } from './input.js';
import { MarkdownBlock } from './markdown-block.js';
import { RichText } from './rich-text.js';
import { Section } from './section.js';
import { Table } from './table.js';
import { UnknownBlock } from './unknown-block.js';

const drawnBy: Readonly<Record<string, ComponentType<{ block: Block }>>> = {
  actions: Actions,
  alert: Alert,
  context: Context,
  context_actions: Actions,
  divider: Divider,
  header: Header,
  image: ImageBlock,
  input: Input,
  markdown: MarkdownBlock,
  rich_text: RichText,
  section: Section,
  table: Table,
};

/** One block of a message or a view. An unknown or malformed one becomes a grey box with its JSON. */
export function BlockView({ block }: { block: Block }) {
  const Drawn = Object.hasOwn(drawnBy, block.type) ? drawnBy[block.type] : undefined;
  return (
    <div
      class={`block block-${Drawn ? block.type : 'other'}`}
      data-testid="block"
      data-block-type={block.type}
      data-block-id={block.block_id}
    >
      {Drawn ? (
        <Fallback block={block}>
          <Drawn block={block} />
        </Fallback>
      ) : (
        <UnknownBlock block={block} />
      )}
    </div>
  );
}

/** All blocks of a message or a view. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <BlockView key={block.block_id ?? index} block={block} />
      ))}
    </div>
  );
}

/** Catches what a block with a wrong shape throws, so that the rest of the message stays readable. */
class Fallback extends Component<{ block: Block; children?: ComponentChildren }> {
  override state: { broken: Block | null } = { broken: null };

  override componentDidCatch() {
    this.setState({ broken: this.props.block });
  }

  override render() {
    const { block, children } = this.props;
    return this.state.broken === block ? <UnknownBlock block={block} broken /> : children;
  }
}
