import type { Block } from '../../protocol.js';
import { ElementView } from '../elements/element-view.js';
import { TextOf } from '../text/text-object.js';
import { isElement, isText, listOf, may } from './shape.js';

/** Text, up to ten fields in two columns, and one element at the side. */
export function Section({ block }: { block: Block }) {
  const text = may(block['text'], isText);
  const fields = listOf(block['fields'], isText);
  const accessory = may(block['accessory'], isElement);
  return (
    <div class="section">
      <div class="section-body">
        {text ? <TextOf text={text} /> : null}
        {fields.length > 0 ? (
          <div class="section-fields">
            {fields.map((field, index) => (
              <TextOf key={index} text={field} />
            ))}
          </div>
        ) : null}
      </div>
      {accessory ? (
        <div class="section-accessory">
          <ElementView element={accessory} blockId={block.block_id ?? ''} dispatches />
        </div>
      ) : null}
    </div>
  );
}
