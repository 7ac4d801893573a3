import { isDay } from '../../corpus/article/article.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** The zones of RFC 822; what else stands there is not told. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([a-z]{1,4}|[+-]\d{4}))?)?/i;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const EXTENDED =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?[ ]?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A date of a feed or a wire (RFC 822, ISO 8601 in both its forms) as the ISO 8601 that the archive reads, with the day,
 * the hour and the offset that it is written with; `undefined` for any other.
 */
export function isoDate(written: string | undefined): string | undefined {
  const stated = written?.trim() ?? '';
  const [, day, hour = '', second = ':00', zone = ''] = EXTENDED.exec(stated) ?? [];
  if (day !== undefined) return join(day, hour && `${hour}${second}`, zone.toUpperCase());
  const basic = BASIC.exec(stated);
  if (basic) {
    const [, year, month, date, hours, minutes, seconds = '00', offset = ''] = basic;
    return join(
      `${year}-${month}-${date}`,
      hours === undefined ? '' : `${hours}:${minutes}:${seconds}`,
      offset,
    );
  }
  const [, date = '', name = '', year = '', hours, minutes, seconds = '00', named = ''] =
    RFC_822.exec(stated) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return join(
    `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`,
    hours === undefined ? '' : `${hours.padStart(2, '0')}:${minutes}:${seconds}`,
    /^[+-]/.test(named) ? named : (ZONES[named.toLowerCase()] ?? ''),
  );
}

function join(day: string, time: string, zone: string): string | undefined {
  if (!isDay(day)) return undefined;
  if (time === '') return day;
  const instant = `${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  return Number.isNaN(Date.parse(instant)) ? undefined : instant;
}

/** An instant that can be compared; `undefined` when its zone is not told. */
export function instantOf(written: string | undefined): string | undefined {
  const iso = isoDate(written);
  return iso !== undefined && /(?:Z|[+-]\d{2}:\d{2})$/.test(iso) && iso.includes('T')
    ? new Date(iso).toISOString()
    : undefined;
}

/**
 * The day of publication, where a wire states only when a story and this version of it were made. That is one day for
 * most stories; where it is not, it lies between the two.
 */
export function publishedBetween(
  firstCreated: string | undefined,
  versionCreated: string | undefined,
  isFirst: boolean,
): string | object | undefined {
  const [first, version] = [isoDate(firstCreated), isoDate(versionCreated)];
  const earliest = first?.slice(0, 10);
  const latest = version?.slice(0, 10);
  if (earliest === undefined && isFirst) return version;
  if (latest === undefined || earliest === latest) return first;
  const reasoning =
    earliest === undefined
      ? `Stated is only that this version was made on ${latest}.`
      : `Stated is that the story was made on ${earliest} and this version on ${latest}.`;
  if (earliest === undefined || earliest > latest) return { status: 'unknown', reasoning };
  return { status: 'inferred', earliest, latest, basis: 'feed', reasoning };
}
