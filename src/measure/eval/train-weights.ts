import { SIGNALS, type Signals, type Weights } from '../../search/rank.js';

/** A passage that a question brought: its signals, and whether a person judged it relevant. */
export interface JudgedHit {
  readonly signals: Signals;
  readonly relevant: boolean;
}

/** Enough for the loss to stand still on two hundred questions. */
const STEPS = 250;
const STEP = 0.06;
/** Keeps weights that nothing speaks for near zero. */
const DECAY = 1e-3;
/** RMSprop (Tieleman and Hinton, 2012): each weight moves by its own mean square of late. */
const MEMORY = 0.9;
/** The words begin far ahead, so that every weight is learned against them. */
const START = { words: 8, other: 1 };
const LEAST_WORDS = 0.1;

/**
 * Learns how much each of the `learned` signals counts, so that relevant passages hold the greatest share of the
 * softmax over each question's passages (ListNet's top-one loss; Cao et al., 2007). Weights are in units of that of
 * `words`, which must be learned; signals that are not learned weigh nothing. Same questions, same weights.
 */
export function trainWeights(
  questions: readonly (readonly JudgedHit[])[],
  learned: readonly (keyof Signals)[],
): Weights {
  const usable = questions.filter((hits) => hits.some(({ relevant }) => relevant));
  const weights = { ...NOTHING };
  const squares = { ...NOTHING };
  for (const name of learned) weights[name] = name === 'words' ? START.words : START.other;
  for (let step = 0; step < STEPS && usable.length > 0; step += 1) {
    const gradient = gradientOf(usable, weights, learned);
    for (const name of learned) {
      const slope = gradient[name] / usable.length - DECAY * weights[name];
      squares[name] = MEMORY * squares[name] + (1 - MEMORY) * slope * slope;
      weights[name] += (STEP * slope) / Math.sqrt(squares[name] + 1e-6);
    }
    // A passage without the question's words is no answer, whatever else speaks for it.
    weights.words = Math.max(weights.words, LEAST_WORDS);
  }
  const unit = weights.words;
  for (const name of SIGNALS) weights[name] /= unit;
  return weights;
}

const NOTHING: Weights = { words: 0, sentence: 0, neighbours: 0, sought: 0, outlet: 0, day: 0 };

/** Of the log of the relevant passages' share, over all questions. */
function gradientOf(
  questions: readonly (readonly JudgedHit[])[],
  weights: Weights,
  learned: readonly (keyof Signals)[],
): Weights {
  const gradient = { ...NOTHING };
  for (const hits of questions) {
    const scores = hits.map(({ signals }) =>
      learned.reduce((sum, name) => sum + weights[name] * signals[name], 0),
    );
    const most = Math.max(...scores);
    const parts = scores.map((score) => Math.exp(score - most));
    let all = 0;
    let relevant = 0;
    for (const [at, part] of parts.entries()) {
      all += part;
      if (hits[at]?.relevant === true) relevant += part;
    }
    for (const [at, { signals, relevant: wanted }] of hits.entries()) {
      const part = parts[at] ?? 0;
      const pull = (wanted ? part / relevant : 0) - part / all;
      for (const name of learned) gradient[name] += pull * signals[name];
    }
  }
  return gradient;
}
