import { isIP } from 'node:net';
import { z } from 'zod';
import { fault, type Fault } from '../fault.js';
import { isObject, parseYaml } from './parse-yaml.js';

/** The file beside the articles that names what is followed; without it nothing is. */
export const SOURCES_YML = 'sources.yml';

/** A feed, or a folder into which a wire puts its files. */
export type FollowedSource = Feed | Drops;

interface Followed {
  /** Its key in sources.yml. */
  readonly name: string;
  /** How often it is looked at, in milliseconds. */
  readonly every: number;
  /** Of all its stories, whatever they say themselves. */
  readonly outlet: string | undefined;
}

export interface Feed extends Followed {
  readonly kind: 'feed';
  /** May hold a name and a password, which are shown to nobody. */
  readonly address: string;
  /** Whether the feed, and what it redirects to, may be asked for without encryption. */
  readonly mayUseHttp: boolean;
  /** Addresses of the own network, or of this machine, that it may be fetched from; no others of these are. */
  readonly mayReach: readonly string[];
}

export interface Drops extends Followed {
  readonly kind: 'drops';
  /** An absolute path. */
  readonly folder: string;
}

/** How it stands with a source, for whoever keeps the archive. */
export interface SourceStatus {
  readonly name: string;
  /** `null` when it was never read with the entry that it has now. */
  readonly lastSuccess: Date | null;
  /** `null` when it is gone for good, and is not tried again. */
  readonly nextTry: Date | null;
  /** What is wrong with it, in a sentence; `null` when all is well. */
  readonly error: string | null;
}

const MINUTE_MS = 60_000;
const UNITS_MS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: 24 * 60 * MINUTE_MS,
};
/** Nobody's feed is asked for more often, and a source that is looked at less often is followed by nobody. */
const OFTEN_MS = { least: MINUTE_MS, most: 7 * 24 * 60 * MINUTE_MS };
const USUAL = { feed: '30m', drops: '1m' } as const;

const often = z
  .string('expected how often, such as 30m, 2h or 1d')
  .regex(/^\d{1,5}[mhd]$/, 'expected how often, such as 30m, 2h or 1d')
  .transform((written) => Number(written.slice(0, -1)) * (UNITS_MS[written.slice(-1)] ?? NaN))
  .refine((ms) => ms >= OFTEN_MS.least && ms <= OFTEN_MS.most, 'expected from 1m to 7d');

const entry = z
  .strictObject({
    feed: z
      .url({
        protocol: /^https?$/,
        error: 'expected a web address such as https://example.org/feed.xml',
      })
      .optional(),
    drops: z
      .string('expected the path of a folder')
      .regex(/^(?:\/|[a-z]:[\\/])/i, 'expected the whole path of a folder, such as /srv/wire/in')
      .optional(),
    every: often.optional(),
    outlet: z.string('expected a name').trim().min(1, 'expected a name').optional(),
    http: z.literal('allowed', 'expected allowed, or nothing').optional(),
    addresses: z
      .array(
        z
          .string('expected an IP address in quotation marks')
          .refine((address) => isIP(address) > 0, 'expected an IP address such as 10.0.0.7'),
        'expected a list of IP addresses',
      )
      .optional(),
  })
  .superRefine(({ feed, drops, http, addresses }, context) => {
    const complain = (message: string, key?: string): void =>
      context.addIssue({ code: 'custom', path: key === undefined ? [] : [key], message });
    if ((feed === undefined) === (drops === undefined))
      complain('expected feed, an address, or drops, a folder, and not both');
    if (feed?.startsWith('http:') && http === undefined)
      complain('is not encrypted; expected https, or http: allowed beside it', 'feed');
    if (drops !== undefined && http !== undefined) complain('belongs to feeds', 'http');
    if (drops !== undefined && addresses !== undefined) complain('belongs to feeds', 'addresses');
  });

const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/i;

/** What sources.yml names. */
export interface SourcesYml {
  readonly sources: readonly FollowedSource[];
  readonly faults: readonly Fault[];
}

/** Checks it entry by entry: a faulty one is named and not followed, and the others are. */
export function parseSourcesYml(text: string): SourcesYml {
  const { value, errors } = parseYaml(text);
  if (errors.length > 0)
    return unusable(...errors.map((error) => `is not readable as YAML: ${error}`));
  if (value === null || value === undefined) return { sources: [], faults: [] };
  if (!isObject(value) || value['version'] !== 1 || !isObject(value['sources']))
    return unusable('expected "version: 1" and "sources:" with one entry for each source');
  const sources: FollowedSource[] = [];
  const faults = Object.keys(value)
    .filter((key) => key !== 'version' && key !== 'sources')
    .map((key) => wrong('is not a key known here; expected version and sources', key));
  for (const [name, written] of Object.entries(value['sources'])) {
    const parsed = entry.safeParse(written);
    if (!NAME.test(name))
      faults.push(wrong('is no name here; expected letters, digits, - and _', `sources.${name}`));
    else if (parsed.success) sources.push(toSource(name, parsed.data));
    else faults.push(...parsed.error.issues.flatMap((issue) => describeIssue(name, issue)));
  }
  return { sources, faults };
}

/** Said of a file of which nothing can be used. */
export function unusable(...messages: readonly string[]): SourcesYml {
  const faults = messages.map((message) =>
    wrong(`${message}; until it is mended nothing is followed`),
  );
  return { sources: [], faults };
}

function toSource(name: string, read: z.infer<typeof entry>): FollowedSource {
  const { feed, drops = '', outlet } = read;
  const kind = feed === undefined ? 'drops' : 'feed';
  const every = read.every ?? often.parse(USUAL[kind]);
  if (feed === undefined) return { kind: 'drops', name, every, outlet, folder: drops };
  const { http, addresses = [] } = read;
  const mayUseHttp = http === 'allowed';
  return { kind: 'feed', name, every, outlet, address: feed, mayUseHttp, mayReach: addresses };
}

/** Never shows what was written: an address may hold a password. */
function describeIssue(name: string, issue: z.core.$ZodIssue): Fault[] {
  const at = ['sources', name, ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      wrong(
        'is not a key known here; expected feed, drops, every, outlet, http or addresses; it is not followed',
        `${at}.${key}`,
      ),
    );
  return [wrong(`${issue.message.replace(/^Invalid input: /, '')}; it is not followed`, at)];
}

function wrong(message: string, key: string | null = null): Fault {
  return fault('error', SOURCES_YML, message, key);
}
