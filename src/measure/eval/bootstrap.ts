/** A mean, and the interval that 95 % of the resamples fall in. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What a measure says of two searches over the same questions. */
export interface Comparison {
  readonly ours: Estimate;
  readonly plain: Estimate;
  /** Ours less plain, resampled together: each question counts for both or for neither. */
  readonly difference: Estimate;
}

const RESAMPLES = 1_000;
const OUTSIDE = 0.025;

/**
 * The percentile bootstrap (Efron 1979): questions are drawn with replacement, 1,000 times.
 * @param pairs for each question what was measured of ours and of plain; at least one
 * @param random from 0 up to 1
 */
export function compare(
  pairs: readonly { readonly ours: number; readonly plain: number }[],
  random: () => number,
): Comparison {
  const sums = Array.from({ length: RESAMPLES }, () => {
    const sum = { ours: 0, plain: 0 };
    for (let drawn = 0; drawn < pairs.length; drawn += 1) {
      const pair = pairs[Math.floor(random() * pairs.length)];
      sum.ours += pair?.ours ?? 0;
      sum.plain += pair?.plain ?? 0;
    }
    return sum;
  });
  const estimate = (of: (pair: { ours: number; plain: number }) => number): Estimate => {
    const mean = pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    const means = sums.map((sum) => of(sum) / pairs.length).toSorted((a, b) => a - b);
    const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))] ?? mean;
    return { mean, low: at(OUTSIDE), high: at(1 - OUTSIDE) };
  };
  return {
    ours: estimate(({ ours }) => ours),
    plain: estimate(({ plain }) => plain),
    difference: estimate(({ ours, plain }) => ours - plain),
  };
}
