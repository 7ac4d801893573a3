/** What the keeper's page and its server say to each other, as JSON. */

/** One line of the table. */
export interface ArticleRow {
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly dateStatus: 'exact' | 'inferred' | 'unknown';
  /** "date inferred: Jan 15–17, 2025" */
  readonly date: string;
  /** Under embargo, or held until somebody mends it. */
  readonly isHidden: boolean;
  readonly isWithdrawn: boolean;
  /** What `check` says of the file. */
  readonly faults: readonly SaidFault[];
}

export interface SaidFault {
  readonly severity: 'error' | 'warning' | 'note';
  /** One line, as `check` prints it. */
  readonly words: string;
}

export interface ArchiveTable {
  readonly folder: string;
  /** Sorted by file name, embargoed ones included. */
  readonly articles: readonly ArticleRow[];
  /** What is wrong with no article that there is: files that cannot be read, articles.yml itself. */
  readonly faults: readonly SaidFault[];
}

/** An entry of articles.yml as it is written there, right or wrong. */
export type Entry = Readonly<Record<string, unknown>>;

/** One article with everything that is known of it. */
export interface OpenedArticle {
  readonly file: string;
  /** Another one whenever the article's file or its entry is another. */
  readonly version: string;
  readonly sha256: string;
  readonly paragraphs: readonly ShownParagraph[];
  /** `null` where articles.yml has none for it. */
  readonly entry: Entry | null;
  /** What readers are shown: the entry, and where it states nothing the file itself. */
  readonly shown: {
    readonly title: string | null;
    readonly outlet: string | null;
    readonly authors: readonly string[];
    readonly url: string | null;
    /** The label, and what it rests on. */
    readonly date: string;
  };
  readonly hidden: 'until' | 'held' | null;
  /** The file has changed since its entry was written. */
  readonly isOutdated: boolean;
  readonly faults: readonly SaidFault[];
}

export interface ShownParagraph {
  readonly number: number;
  readonly text: string;
  readonly isHeading: boolean;
}

/** What the page asks to be written. */
export interface SaveRequest {
  readonly file: string;
  /** Of the article as the page knows it. */
  readonly version: string;
  readonly entry: Entry;
}

/** A key of the entry, such as `published.evidence` or `problems.0.text`, and what is wrong with it. */
export interface FieldError {
  readonly key: string | null;
  readonly message: string;
}

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly article: OpenedArticle }
  /** The article or its entry is not what the page knew: nothing was written. `null`: it is gone. */
  | { readonly kind: 'changed'; readonly article: OpenedArticle | null }
  /** The entry does not hold; nothing was written. */
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
  /** It could not be written. */
  | { readonly kind: 'failed'; readonly message: string };
