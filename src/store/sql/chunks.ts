/** In pieces for one statement each: SQLite takes 32,766 values in one, PostgreSQL 65,535. */
export function* chunks<T>(items: readonly T[], size = 5_000): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
