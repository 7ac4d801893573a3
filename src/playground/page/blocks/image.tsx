import type { Block } from '../../protocol.js';
import { ImageElement } from '../elements/image-element.js';
import { PlainText } from '../text/plain-text.js';
import { isElement, isText, may, need } from './shape.js';

/** A picture with its title. */
export function ImageBlock({ block }: { block: Block }) {
  const title = may(block['title'], isText);
  return (
    <figure class="image-block">
      {title ? (
        <figcaption>
          <PlainText text={title} />
        </figcaption>
      ) : null}
      <ImageElement element={need(block, isElement)} />
    </figure>
  );
}
