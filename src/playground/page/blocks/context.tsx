import type { Block } from '../../protocol.js';
import { ImageElement } from '../elements/image-element.js';
import { TextOf } from '../text/text-object.js';
import { isElement, isList, isText, listOf, need } from './shape.js';

/** Small print: texts and tiny pictures in a row. */
export function Context({ block }: { block: Block }) {
  const elements = listOf(need(block['elements'], isList), isElement);
  return (
    <div class="context">
      {elements.map((element, index) =>
        element.type === 'image' ? (
          <ImageElement key={index} element={element} />
        ) : (
          <TextOf key={index} text={need(element, isText)} />
        ),
      )}
    </div>
  );
}
