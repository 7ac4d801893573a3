import type { Hit } from './rank.js';
import type { Reading } from './question/read-question.js';

/**
 * What each passage already shown of a side costs the next one of it, in the unit of the score. Outlets are told apart
 * surely; a name also stands where the other side is spoken of.
 */
const PER_SHOWN = { outlet: 0.04, name: 0.01 };
/** Further down nobody looks for the other side. */
const REARRANGED = 100;

/**
 * Brings every side of a question near the top: the outlets it names, or the names it compares. A question with one
 * side keeps its order, and the best passage stays first in any case.
 */
export function spread(hits: readonly Hit[], reading: Reading): Hit[] {
  const found = createSides(reading);
  if (found === null) return [...hits];
  const { sidesOf, perShown } = found;
  const left = hits.slice(0, REARRANGED).map((hit) => ({ hit, sides: sidesOf(hit) }));
  const shown = new Map<string, number>();
  const arranged: Hit[] = [];
  while (left.length > 0) {
    let next = 0;
    let best = -Infinity;
    for (const [index, { hit, sides }] of left.entries()) {
      // A passage of two sides costs what the one less shown does.
      const cost = sides.length === 0 ? 0 : Math.min(...sides.map((side) => shown.get(side) ?? 0));
      const value = hit.score - perShown * cost;
      if (value > best) [next, best] = [index, value];
    }
    const [taken] = left.splice(next, 1);
    if (!taken) break;
    arranged.push(taken.hit);
    for (const side of taken.sides) shown.set(side, (shown.get(side) ?? 0) + 1);
  }
  return [...arranged, ...hits.slice(REARRANGED)];
}

interface Sides {
  readonly sidesOf: (hit: Hit) => string[];
  readonly perShown: number;
}

function createSides({ outlets, compares, words }: Reading): Sides | null {
  if (outlets.size > 1)
    return {
      perShown: PER_SHOWN.outlet,
      sidesOf: ({ passage: { article } }) =>
        article.outlet !== null && outlets.has(article.outlet) ? [article.outlet] : [],
    };
  const names = words.filter(({ isName }) => isName).map(({ word }) => word);
  if (!compares || names.length < 2) return null;
  return {
    perShown: PER_SHOWN.name,
    sidesOf: ({ matched }) => names.filter((name) => matched.has(name)),
  };
}
