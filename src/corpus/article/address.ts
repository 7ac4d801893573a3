/** What says how a reader came to a page, and not which page it is. */
const WAY_THERE = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|cmpid|ref|smid|s_cid)$/i;

/**
 * An address as it is compared: "https://www.example.org/ferries/?utm_source=x#top" → "example.org/ferries". What only
 * says how the page is reached or who sent the reader there is left out; `null` for what is no address of the web.
 */
export function comparableAddress(address: string): string | null {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(whole)) return null;
  const { hostname, port, pathname, searchParams } = new URL(whole);
  const kept = [...searchParams].filter(([name]) => !WAY_THERE.test(name));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  const host = hostname.replace(/^www\./, '');
  return `${host}${port === '' ? '' : `:${port}`}${pathname.replace(/\/+$/, '')}${query}`;
}
