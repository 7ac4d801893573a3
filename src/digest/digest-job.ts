import type { View } from '../answer/archive/view.js';
import type { Clock } from '../clock.js';
import type { Channel } from '../store/channel.js';
import type { DigestSetting } from '../store/digest-setting.js';
import type { Store } from '../store/store.js';
import { composeDigest, type Occasion } from './compose-digest.js';
import type { Job, Message } from './deliver.js';
import type { Digest } from './digest.js';
import { isLate, LATEST_MS, localDay, type Run } from './next-run.js';
import { toShown } from './quiet-passage.js';

export interface DigestNeeds {
  readonly archive: { readonly view: () => View };
  readonly store: Store;
  readonly clock: Clock;
}

/** The key of a channel's digest of a local date: there is one. */
export function digestKey({ team, channel }: Channel, day: string): string {
  return `digest:${team}:${channel}:${day}`;
}

/** What the key of a digest, or of a notice about one, says; `request` is `null` for one of the plan. */
export interface DigestKey extends Channel {
  readonly day: string;
  readonly request: string | null;
  readonly isNotice: boolean;
}

const KEY = /^(notice:)?digest:([^:]+):([^:]+):(\d{4}-\d{2}-\d{2})(?::(.+))?$/;

/** `null` for the key of anything else. */
export function readDigestKey(key: string): DigestKey | null {
  const [, notice, team, channel, day, request = null] = KEY.exec(key) ?? [];
  if (!team || !channel || !day) return null;
  return { team, channel, day, request, isNotice: notice !== undefined };
}

/** The digest of a plan's run. */
export function createPlannedJob(
  setting: DigestSetting,
  { at, day }: Run,
  needs: DigestNeeds,
): Job {
  const { team, channel } = setting;
  const key = digestKey(setting, day);
  return {
    delivery: { key, kind: 'digest', team, channel, dueAt: at },
    to: { team, channel, thread: null },
    until: new Date(at.getTime() + LATEST_MS),
    async compose() {
      const now = needs.clock.now();
      // As it is when it is sent: a topic may have changed while a try was waited for.
      const current = (await needs.store.digests.get(setting)) ?? setting;
      const lateSince = isLate(at, now) ? at : null;
      return composeMessage(occasionOf(current, { day, lateSince }), day, needs);
    },
  };
}

/** One that somebody asks for; the plan's next one comes as usual. */
export function createExtraJob(
  setting: DigestSetting,
  request: string,
  needs: DigestNeeds,
  at: Date = needs.clock.now(),
): Job {
  const { team, channel, zone } = setting;
  const day = localDay(at, zone);
  const key = `${digestKey(setting, day)}:${request}`;
  return {
    delivery: { key, kind: 'digest', team, channel, dueAt: at },
    to: { team, channel, thread: null },
    until: new Date(at.getTime() + LATEST_MS),
    compose: () =>
      composeMessage(
        // A day without news is no reason for nothing when somebody asks.
        { ...occasionOf(setting, { day, lateSince: null }), quiet: noSkip(setting) },
        null,
        needs,
      ),
  };
}

export function occasionOf(
  { team, channel, topic, quiet, zone, seenUpTo, lastAt }: DigestSetting,
  at: Pick<Occasion, 'day' | 'lateSince'>,
): Occasion {
  return { team, channel, topic, quiet, zone, since: { seenUpTo, lastAt }, ...at };
}

function noSkip({ quiet }: DigestSetting): DigestSetting['quiet'] {
  return quiet === 'skip' ? 'note' : quiet;
}

async function composeMessage(
  occasion: Occasion,
  planned: string | null,
  { archive, store, clock }: DigestNeeds,
): Promise<Message> {
  const { digest, seenUpTo } = await composeDigest(occasion, { view: archive.view(), store });
  const outcome = { digest: { day: planned, at: clock.now(), seenUpTo } };
  if (digest.edition === 'quiet' && occasion.quiet === 'skip') return { outgoing: null, outcome };
  const chosen = await choosePassage(digest, store);
  return {
    outgoing: { kind: 'digest', digest: chosen },
    outcome,
    entries: digest.entries.map(({ article: { file, sha256 }, change }) => ({
      file,
      sha256,
      change,
    })),
  };
}

/** The day's passage is the one that was chosen first; another only where that one's words stand no more. */
async function choosePassage(digest: Digest, { quietDays }: Store): Promise<Digest> {
  const { fromArchive, day } = digest;
  if (fromArchive === null) return digest;
  const mine = toShown(fromArchive);
  const chosen = await quietDays.choose(day, mine);
  if (chosen.fingerprint !== mine.fingerprint || chosen.file !== mine.file)
    await quietDays.replace(day, mine);
  return digest;
}
