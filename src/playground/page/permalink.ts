/** `/archives/C…/p1700000000000100?thread_ts=…` taken apart; null where the address is another one. */
export function readPermalink(
  address: URL,
): { channel: string; ts: string; threadTs: string | null } | null {
  const match = /^\/archives\/([A-Z0-9]+)\/p(\d{7,})$/.exec(address.pathname);
  if (!match?.[1] || !match[2]) return null;
  const ts = `${match[2].slice(0, -6)}.${match[2].slice(-6)}`;
  return { channel: match[1], ts, threadTs: address.searchParams.get('thread_ts') };
}
