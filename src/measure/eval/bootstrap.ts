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
  const draws = { ours: [] as number[], plain: [] as number[], difference: [] as number[] };
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    let ours = 0;
    let plain = 0;
    for (let drawn = 0; drawn < pairs.length; drawn += 1) {
      const pair = pairs[Math.floor(random() * pairs.length)];
      ours += pair?.ours ?? 0;
      plain += pair?.plain ?? 0;
    }
    draws.ours.push(ours / pairs.length);
    draws.plain.push(plain / pairs.length);
    draws.difference.push((ours - plain) / pairs.length);
  }
  const mean = (of: (pair: { ours: number; plain: number }) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return {
    ours: estimate(
      mean(({ ours }) => ours),
      draws.ours,
    ),
    plain: estimate(
      mean(({ plain }) => plain),
      draws.plain,
    ),
    difference: estimate(
      mean(({ ours, plain }) => ours - plain),
      draws.difference,
    ),
  };
}

function estimate(mean: number, draws: readonly number[]): Estimate {
  const sorted = draws.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? mean;
  return { mean, low: at(OUTSIDE), high: at(1 - OUTSIDE) };
}
