import type { Answer, Excerpt, Span } from './answer.js';

/** A number as printed, in its sentence. Offsets count in the article's text. */
export interface FigurePlace extends Excerpt {
  /** The number with its hedge and its unit: "around 5,200 migrants". */
  readonly figure: Span & { readonly text: string };
  /** The words that make it less than exact: "around", "up to"; `null` where there are none. */
  readonly hedge: (Span & { readonly text: string }) | null;
  /** The topic's words in the sentence. */
  readonly marks: readonly Span[];
}

/** What a figure says, comparable between files: "25%", "25 percent" and "25 per cent" are one. */
export interface Amount {
  /** The number, the lower end of a range; `null` for one that is not said ("hundreds of thousands"). */
  readonly low: number | null;
  /** The upper end; equal to `low` for a single number. */
  readonly high: number | null;
  /** "percent", "usd", or the noun counted in the singular; `null` where none is printed. */
  readonly unit: string | null;
}

/** One figure, and everywhere it is printed. */
export interface FigureRow {
  readonly amount: Amount;
  /** In the order of the archive; copies of one text among them. */
  readonly places: readonly FigurePlace[];
}

export interface Figures {
  /** What the topic found. */
  readonly answer: Answer;
  /** In the order of the passages, best first. */
  readonly rows: readonly FigureRow[];
  /** Further rows that are not listed. */
  readonly leftOut: number;
}
