import type { ComponentChildren } from 'preact';
import { safeLink } from './safe-link.js';

/** A link where the address is safe to follow; else only its words. */
export function SafeAnchor(props: { address: string; children: ComponentChildren }) {
  const href = safeLink(props.address);
  if (href === null) {
    return (
      <span class="dead-link" title="This address cannot be opened">
        {props.children}
      </span>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {props.children}
    </a>
  );
}
