import TinyQueue from 'tinyqueue';

/**
 * The `count` best items, best first, without sorting the others: each new one is held against the worst of those
 * kept. `compare` is below zero when its first item is the better; it decides every tie.
 */
export function takeBest<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const kept = new TinyQueue<T>([], (a, b) => compare(b, a));
  for (const item of items) {
    const worst = kept.length < count ? undefined : kept.peek();
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    kept.push(item);
    if (kept.length > count) kept.pop();
  }
  return kept.data.toSorted(compare);
}
