const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** Makes what Slack numbers: ids such as `V0K3…` and the `ts` of messages. */
export interface Ids {
  /** `prefix` and ten random characters. */
  id(prefix: string): string;
  /** A secret part of a URL: 24 random characters. */
  secret(): string;
  /** `1700000000.000100`: the present, but always later than the one before. */
  ts(): string;
}

export function createIds(needs: {
  now: () => number;
  random: () => number;
  /** Where the last `ts` is kept, in microseconds. */
  state: { lastTs: number };
}): Ids {
  const { now, random, state } = needs;
  const letters = (count: number): string =>
    Array.from({ length: count }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  return {
    id: (prefix) => prefix + letters(10),
    secret: () => letters(24),
    ts() {
      state.lastTs = Math.max(now() * 1000, state.lastTs + 100);
      return formatTs(state.lastTs);
    },
  };
}

function formatTs(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  return `${seconds}.${String(Math.floor(microseconds % 1e6)).padStart(6, '0')}`;
}
