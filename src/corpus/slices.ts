/** Long work that can be laid down at every `yield`, so that what waits meanwhile gets its turn. */
export type Work<T> = Generator<void, T, void>;

/** What work in slices needs of the process it runs in. */
export interface Turns {
  /** Lets others have their turn between two slices of work. */
  readonly rest: () => Promise<void>;
  /** Milliseconds since some fixed moment. */
  readonly ticks: () => number;
}

/** How long such work may keep everything else waiting; a person does not notice it. */
const SLICE_MS = 12;

/** Does the work in one go. */
export function doAtOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Does the work in slices of a few milliseconds; `rest` lets others have their turn in between. */
export async function doInSlices<T>(work: Work<T>, { rest, ticks }: Turns): Promise<T> {
  for (;;) {
    const end = ticks() + SLICE_MS;
    while (ticks() < end) {
      const { done, value } = work.next();
      if (done === true) return value;
    }
    await rest();
  }
}
