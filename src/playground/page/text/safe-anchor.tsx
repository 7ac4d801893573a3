import type { ComponentChildren } from 'preact';

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

/**
 * The address as it may stand in an `href`, or null. Only http, https and mailto, and only where the
 * address says so itself: nothing relative, nothing that a browser would run.
 */
export function safeLink(address: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address.trim())) return null;
  try {
    const url = new URL(address.trim());
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
