import { expect, it } from 'vitest';
import type { SideResult } from '../../../../src/measure/bench/bench-job.js';
import { commandText, sizeText } from '../../../../src/measure/bench/bench-text.js';

const side = (factor: number, asked: number): SideResult => ({
  passages: 5_000,
  own: 5_000,

  build: 600 * factor,
  index: 10e6 * factor,
  whole: 40e6,
  short: { asked: 200, p50: 0.5 * factor, p99: 20 * factor },
  long: { asked, p50: 90 * factor, p99: 1_250 * factor },
});

it('shows ratios first, the figures beside them, and how many questions stand behind them', () => {
  const text = sizeText('small', side(1, 50), side(2, 42));
  const rows = text.split('\n').map((row) => row.trim().split(/ {2,}/));
  expect(rows).toEqual([
    ['small: 5,000 passages', 'ratio', 'Clipdesk', 'MiniSearch'],
    ['index build', '× 0.50', '600 ms', '1.20 s'],
    ['memory, index', '× 0.50', '10.0 MB', '20.0 MB'],
    ['memory, whole process', '× 1.0', '40.0 MB', '40.0 MB'],
    ['short question, p50 (200)', '× 0.50', '0.50 ms', '1.00 ms'],
    ['short question, p99 (200)', '× 0.50', '20 ms', '40 ms'],
    ['long question, p50 (50, 42)', '× 0.50', '90 ms', '180 ms'],
    ['long question, p99 (50, 42)', '× 0.50', '1.25 s', '2.50 s'],
  ]);
  expect(new Set(text.split('\n').map((row) => row.length)).size).toBe(1);
});

it('shows no ratio to nothing', () => {
  const times = { asked: 1, p50: 3, p99: 3 };
  const text = commandText(times, { asked: 1, p50: 0, p99: 1 });
  expect(text).toMatch(/p50 \(1\) +– +3\.00 ms +0\.00 ms/);
});
