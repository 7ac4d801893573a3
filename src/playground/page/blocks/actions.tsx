import type { Block } from '../../protocol.js';
import { ElementView } from '../elements/element-view.js';
import { isElement, isList, listOf, need } from './shape.js';

/** A row of elements; each tells the bot at once when it is used. */
export function Actions({ block }: { block: Block }) {
  const elements = listOf(need(block['elements'], isList), isElement);
  return (
    <div class={block.type === 'context_actions' ? 'actions context-actions' : 'actions'}>
      {elements.map((element, index) => (
        <ElementView
          key={element.action_id ?? index}
          element={element}
          blockId={block.block_id ?? ''}
          dispatches
        />
      ))}
    </div>
  );
}
