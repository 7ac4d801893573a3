/**
 * Something wrong with the archive's files, for the person who keeps them.
 * `error`: a file or its metadata is left out. `warning`: it is used, but look at it.
 * `note`: nothing is lost, such as a picture beside the articles.
 */
export type Severity = 'error' | 'warning' | 'note';

export interface Fault {
  readonly severity: Severity;
  /** The file at fault, as a path inside the archive's folder. */
  readonly file: string;
  /** The key at fault inside the file's metadata, such as `published.earliest`. */
  readonly key: string | null;
  /** What is wrong, and what was expected. */
  readonly message: string;
}

export function fault(
  severity: Severity,
  file: string,
  message: string,
  key: string | null = null,
): Fault {
  return { severity, file, key, message };
}

/** One line: `error: articles.yml (003.txt published.latest): 2025-02-30 is not a day …` */
export function formatFault({ severity, file, key, message }: Fault): string {
  return `${severity}: ${file}${key === null ? '' : ` (${key})`}: ${message}`;
}

/** Whether two lists tell the same of the same files. */
export function sameFaults(one: readonly Fault[], other: readonly Fault[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ file, message }, index) => other[index]?.file === file && other[index].message === message,
    )
  );
}
