import { fullTime, slackDate } from './format-date.js';
import { useReader } from './reader.js';
import { SafeAnchor } from './safe-anchor.js';

interface Props {
  at: number;
  format: string;
  address?: string | null;
  fallback?: string | undefined;
}

/** A moment on the reader's own clock. */
export function SlackTime({ at, format, address, fallback }: Props) {
  const { zone, now } = useReader();
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return <span>{fallback ?? format}</span>;
  const time = (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, zone)}>
      {slackDate(at, format, zone, now())}
    </time>
  );
  return address ? <SafeAnchor address={address}>{time}</SafeAnchor> : time;
}
