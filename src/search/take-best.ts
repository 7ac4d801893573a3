/**
 * The `count` best items, best first, without sorting the others: each new one is held against the worst of those kept
 * (a heap of fixed size). `compare` is below zero when its first item is the better; it decides every tie.
 */
export function takeBest<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const kept: T[] = [];
  /** At its place in the heap, where no item is better than the one above it. */
  const put = (item: T, from: number, size: number): void => {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      let below = kept[child];
      if (child >= size || below === undefined) break;
      const right = kept[child + 1];
      if (child + 1 < size && right !== undefined && compare(right, below) > 0) {
        child += 1;
        below = right;
      }
      if (compare(below, item) <= 0) break;
      kept[at] = below;
      at = child;
    }
    kept[at] = item;
  };

  for (const item of items) {
    if (kept.length < count) {
      kept.push(item);
      if (kept.length === count)
        for (let at = (count >> 1) - 1; at >= 0; at -= 1) put(kept[at] ?? item, at, count);
      continue;
    }
    const worst = kept[0];
    if (worst !== undefined && compare(item, worst) < 0) put(item, 0, count);
  }
  return kept.toSorted(compare);
}
