/** Short names that mean one zone to everybody; EST or CST mean several. */
const SHORT = new Map([
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
  ['z', 'UTC'],
]);

/** The zone that a person means by an IANA name or its city: "Europe/Berlin", "berlin", "new york". */
export function findZone(words: string): { readonly zone: string } | { readonly reason: string } {
  const wanted = plain(words);
  const short = SHORT.get(wanted);
  if (short) return { zone: short };
  const named = Intl.supportedValuesOf('timeZone').filter(
    (zone) => plain(zone) === wanted || plain(zone.split('/').at(-1) ?? '') === wanted,
  );
  const exact = named.find((zone) => plain(zone) === wanted) ?? named[0];
  if (exact !== undefined && (named.length === 1 || plain(exact) === wanted))
    return { zone: exact };
  if (exact !== undefined)
    return { reason: `“${words}” is the name of several zones: ${named.join(', ')}.` };
  const known = knownByAnotherName(words);
  if (known !== null) return { zone: known };
  return { reason: `“${words}” is not a time zone, such as America/New_York or berlin.` };
}

/** Older names, such as US/Eastern or Asia/Calcutta, are known though not listed. */
function knownByAnotherName(words: string): string | null {
  // An offset or an abbreviation has no daylight-saving time of its own.
  if (!words.includes('/')) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: words.replaceAll(' ', '_') }).resolvedOptions()
      .timeZone;
  } catch {
    return null;
  }
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[_\s-]+/g, ' ')
    .trim();
}
