/** What is counted while the bot runs, for whoever watches over it. Nothing of a question or an answer is in it. */
export interface Metrics {
  /** A question was answered; `state` is whether anything was shown. */
  answered(kind: string, state: 'shown' | 'nothing', ms: number): void;
  /** A message that nobody asked for just now: a digest, a watch, a correction, a notice. */
  delivered(kind: string, outcome: 'sent' | 'failed', minutesLate: number): void;
  /** What Slack refused, by its error code. */
  refusedBySlack(code: string): void;
  /** A payload came in; `fits` is false for one that is not as Slack sends them. */
  received(fits: boolean): void;
  /** An error that nothing caught. */
  unheard(): void;
}

export const noMetrics: Metrics = {
  answered() {},
  delivered() {},
  refusedBySlack() {},
  received() {},
  unheard() {},
};
