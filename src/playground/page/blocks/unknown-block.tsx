import type { Block } from '../../protocol.js';

/** A block that the page cannot draw: not hidden, but shown as what it is. */
export function UnknownBlock({ block, broken = false }: { block: Block; broken?: boolean }) {
  return (
    <figure class="unknown" data-testid="unknown-block">
      <figcaption>
        {broken ? 'This block could not be drawn: ' : 'The playground cannot draw this block: '}
        <code>{block.type}</code>
      </figcaption>
      <pre tabIndex={0}>{JSON.stringify(block, null, 2)}</pre>
    </figure>
  );
}
