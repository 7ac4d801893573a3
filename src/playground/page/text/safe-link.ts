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
