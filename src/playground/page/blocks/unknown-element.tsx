import type { Element } from './shape.js';

/** An element that the page cannot draw, as its JSON. */
export function UnknownElement({ element }: { element: Element }) {
  return (
    <pre class="unknown" data-testid="unknown-element">
      {JSON.stringify(element, null, 2)}
    </pre>
  );
}
