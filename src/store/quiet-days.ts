/** Where a passage stands. */
export interface ShownPassage {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
}

/** The passages shown on days without news: one a day, the same in every channel. Kept for sixty days. */
export interface QuietDays {
  /** The day's passage, if one was shown. */
  on(day: string): Promise<ShownPassage | null>;
  /** Those of the last `count` days before this one that had any, newest first. */
  before(day: string, count: number): Promise<readonly ShownPassage[]>;
  /** The first choice for a day holds; gives the one that does. */
  choose(day: string, passage: ShownPassage): Promise<ShownPassage>;
  /** Instead of one whose words no longer stand. */
  replace(day: string, passage: ShownPassage): Promise<void>;
}
