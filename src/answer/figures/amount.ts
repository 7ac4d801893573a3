/** What a figure says, comparable between files: "25%", "25 percent" and "25 per cent" are one. */
export interface Amount {
  /** The number, the lower end of a range; `null` for one that is not said ("hundreds of thousands", "one in five"). */
  readonly low: number | null;
  /** The upper end; equal to `low` for a single number. */
  readonly high: number | null;
  /** The words of a number that is not said; `null` for one that is. */
  readonly words: string | null;
  /** "percent", a currency's sign, or the noun counted as printed, in small letters; `null` where none is printed. */
  readonly unit: string | null;
}
