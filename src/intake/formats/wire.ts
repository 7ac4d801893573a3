import type { Item } from '../items/item.js';
import { instantOf, isoDate } from '../items/written-date.js';

/** What wires call a story that must not be used any more. */
const CANCELED = /^(?:\w+:)?(?:cancel+ed|kill(?:ed)?|retracted)$/i;
const USABLE = /^(?:\w+:)?usable$/i;
/** Terms under which a story must not be kept. */
const NO_ARCHIVES =
  /\b(?:no|not|never|nor|without|cannot)\b[^.;]{0,60}\barchiv|\barchiv[^.;]{0,60}\b(?:not|prohibited|forbidden|excluded)\b/i;
/** Whose it is, and not how it may be used. */
const COPYRIGHT = /^\W*(?:\(c\)|©|copyright|all rights)[^.]*(?:\.\s*all rights reserved)?\W*$/i;
const COPYRIGHT_LENGTH = 200;

function isCopyright(terms: string): boolean {
  return terms.length <= COPYRIGHT_LENGTH && COPYRIGHT.test(terms);
}

export function isCanceled(status: string): boolean {
  return CANCELED.test(status);
}

/** What a wire says of how a story may be used, in the keys of an item. */
export function standingOf(stated: {
  /** Usable, withheld, canceled, or another word for it; usable where it is absent. */
  readonly status?: string | undefined;
  /** Signals of kill notices. */
  readonly isKilled?: boolean;
  /** What the wire tells editors. */
  readonly note?: string | undefined;
  /** An instant; blank where there is an embargo of unknown length. */
  readonly embargoed?: string | undefined;
  readonly terms?: readonly string[];
}): Pick<Item, 'withdrawn' | 'held' | 'embargo_until' | 'usage_terms'> {
  const { status = 'usable', isKilled = false, note, embargoed } = stated;
  const terms = (stated.terms ?? []).filter((each) => !isCopyright(each));
  const because = note === undefined ? '' : `: ${note.replace(/\s+/g, ' ')}`;
  const until = embargoed === undefined ? undefined : instantOf(embargoed);
  const forbidden = [...terms, ...(note === undefined ? [] : [note])].find((each) =>
    NO_ARCHIVES.test(each),
  );
  const held =
    isKilled || isCanceled(status) || USABLE.test(status)
      ? forbidden !== undefined
        ? `its terms of use say “${forbidden}”`
        : embargoed !== undefined && until === undefined
          ? `it is under an embargo whose end cannot be read (${isoDate(embargoed) ?? (embargoed || 'none is given')})`
          : undefined
      : `the wire calls it ${status.replace(/^\w+:/, '')}${because}`;
  return {
    withdrawn:
      isKilled || isCanceled(status) ? `Withdrawn by the wire${because || '.'}` : undefined,
    held,
    embargo_until: until,
    usage_terms: terms.length > 0 ? terms.join(' ') : undefined,
  };
}

/** A byline as names: "By Ana Ruiz and Tom Carter, The Wire" keeps what follows the comma out. */
export function namesOf(byline: string | undefined): string[] {
  const line = (byline ?? '').replace(/\s+/g, ' ').trim();
  const [names = ''] = line.replace(/^(?:by|von|por|par) /i, '').split(',');
  return names
    .split(/ (?:and|und|y|et|&) /)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
