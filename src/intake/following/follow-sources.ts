import type { Clock } from '../../clock.js';
import type { FollowedSource } from '../../corpus/metadata/sources-yml.js';
import { AddError } from '../add-articles.js';
import type { ExportReport } from '../export-report.js';
import type { Resolve } from './addresses.js';
import { fetchFeed } from './fetch-feed.js';
import { SourceError } from './source-error.js';
import { entryOf } from './followed.js';
import { readState, type SourceState, writeState } from './state-file.js';
import { takeDrops } from './take-drops.js';
import { takeFeed } from './take-feed.js';

export interface FollowNeeds {
  /** The archive's folder, with sources.yml in it. */
  readonly dir: string;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly resolve: Resolve;
  /** Tells this process from every other, on other machines too. */
  readonly unique: string;
  readonly signal: AbortSignal;
  readonly heard: {
    /** What a source brought, as an export of this name. */
    readonly brought: (source: string, name: string, report: ExportReport) => void;
    readonly failed: (source: string, message: string, cause: unknown) => void;
  };
}

/** So many sources are asked at the same time, so that a slow one holds up few. */
const AT_ONCE = 4;
/** A source that fails is tried after twice the time of the try before, up to a day or its own time. In milliseconds. */
const LONGEST_PAUSE_MS = 24 * 60 * 60_000;
/** The most that a server may ask for, in milliseconds. */
const LONGEST_ASKED_MS = 7 * LONGEST_PAUSE_MS;

/**
 * Looks once at each of the sources, several at a time. One that fails is noted with what is wrong, and stops no other;
 * what is known of each is kept as soon as it is known.
 * @throws the file system's error when the state cannot be written; the signal's reason when that is aborted
 */
export async function followSources(
  sources: readonly FollowedSource[],
  names: ReadonlySet<string>,
  needs: FollowNeeds,
): Promise<void> {
  const { dir, unique, signal } = needs;
  const before = await readState(dir);
  const states = new Map(Object.entries(before).filter(([name]) => names.has(name)));
  let turn = Promise.resolve();
  /** The archive is written to by one at a time. */
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const next = turn.then(work);
    turn = next.catch(() => {});
    await next;
  };
  const left = sources.values();
  const lookAtSome = async (): Promise<void> => {
    for (const source of left) {
      signal.throwIfAborted();
      const known = before[source.name];
      const mine = known?.entry === entryOf(source) ? known : undefined;
      const after = await lookAt(source, mine, inTurn, needs);
      await inTurn(async () => {
        states.set(source.name, after);
        await writeState(dir, Object.fromEntries(states), unique);
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, lookAtSome));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}

async function lookAt(
  source: FollowedSource,
  before: SourceState | undefined,
  inTurn: (work: () => Promise<void>) => Promise<void>,
  needs: FollowNeeds,
): Promise<SourceState> {
  const { clock, signal, heard } = needs;
  const lastTry = clock.now();
  const tried: SourceState = {
    ...before,
    entry: entryOf(source),
    lastTry,
    lastSuccess: before?.lastSuccess ?? null,
    failures: 0,
    error: null,
    nextTry: later(source.every, needs),
  };
  try {
    const seen =
      source.kind === 'feed'
        ? await lookAtFeed(source, before, inTurn, needs)
        : await lookAtDrops(source, before, inTurn, needs);
    return { ...tried, lastSuccess: lastTry, ...seen };
  } catch (error) {
    signal.throwIfAborted();
    const isTold = error instanceof SourceError || error instanceof AddError;
    const message = isTold ? error.message : `it failed: ${String(error)}`;
    heard.failed(source.name, message, isTold ? null : error);
    const failures = (before?.failures ?? 0) + 1;
    const { isGone = false, retryAfter = null } = error instanceof SourceError ? error : {};
    const pause = Math.min(source.every * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
    const asked = Math.min(retryAfter ?? 0, LONGEST_ASKED_MS);
    const nextTry = isGone ? null : later(Math.max(pause, source.every, asked), needs);
    return { ...tried, failures, error: message, nextTry };
  }
}

/** Up to a tenth later, so that what was begun together does not go on together. */
function later(ms: number, { clock, random }: FollowNeeds): Date {
  return new Date(clock.now().getTime() + ms * (1 + random() / 10));
}

type Seen = Partial<Pick<SourceState, 'etag' | 'lastModified' | 'files' | 'error'>>;

async function lookAtFeed(
  feed: FollowedSource & { kind: 'feed' },
  before: SourceState | undefined,
  inTurn: (work: () => Promise<void>) => Promise<void>,
  needs: FollowNeeds,
): Promise<Seen> {
  const { bytes, etag, lastModified } = await fetchFeed(feed, before ?? {}, needs);
  if (bytes === null) return {};
  await inTurn(async () => {
    const report = await takeFeed(feed, bytes, needs);
    needs.heard.brought(feed.name, feed.name, report);
    // Asked for whole again the next time.
    if (report.broken !== null) throw new SourceError(`not read to its end: ${report.broken}`);
  });
  return { etag, lastModified };
}

async function lookAtDrops(
  drops: FollowedSource & { kind: 'drops' },
  before: SourceState | undefined,
  inTurn: (work: () => Promise<void>) => Promise<void>,
  needs: FollowNeeds,
): Promise<Seen> {
  let files: Seen['files'] = {};
  await inTurn(async () => {
    files = await takeDrops(drops, before?.files ?? {}, {
      ...needs,
      took: (file, report) => {
        needs.heard.brought(drops.name, file, report);
      },
    });
  });
  const errors = Object.values(files).flatMap(({ failed }) => failed?.error ?? []);
  const [first = ''] = errors;
  return {
    files,
    error:
      errors.length > 1 ? `${first} ${errors.length - 1} more could not be taken.` : first || null,
  };
}
