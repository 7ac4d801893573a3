/** A file's content, by the SHA-256 of its bytes. */
export interface Sighting {
  readonly file: string;
  readonly sha256: string;
}

/** What became of a file's content between two moments. */
export interface Sighted extends Sighting {
  /** The content the file had at the earlier moment; `null` when it was not in the archive yet. */
  readonly before: string | null;
}

/**
 * The log of what the archive has held. Moments are numbers that only grow, in the order in which changes became
 * known, whatever the clocks of the machines say. What counts is content: a file touched without change is not seen anew.
 */
export interface Sightings {
  /**
   * Writes down what is not known yet. `readAt` is when the archive was read: a replica that read it before another
   * saw a change does not undo that change. Gives the newest moment up to which this reading holds all that was seen.
   */
  record(articles: readonly Sighting[], readAt: Date): Promise<number>;
  /** The newest moment; 0 before anything was seen. */
  now(): Promise<number>;
  /** The files whose content is another than at the moment `since`, by name. */
  changedSince(since: number): Promise<readonly Sighted[]>;
  /** Every file that was ever seen with one of these contents. */
  filesWith(contents: readonly string[]): Promise<readonly Sighting[]>;
  /** When this content of a file was first seen; `null` for one that never was. */
  seenAt(sighting: Sighting): Promise<Date | null>;
}
