import type { Element } from '../blocks/shape.js';

/** A small picture beside text. Addresses other than http(s) are not fetched: its words stand instead. */
export function ImageElement({ element }: { element: Pick<Element, 'image_url' | 'alt_text'> }) {
  if (!/^https?:\/\//i.test(element.image_url ?? '')) {
    return <span class="no-image">{element.alt_text}</span>;
  }
  return (
    <img class="image-small" src={element.image_url} alt={element.alt_text ?? ''} loading="lazy" />
  );
}
