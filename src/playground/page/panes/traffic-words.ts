import type { TrafficEntry } from '../../protocol.js';

const kinds: Record<TrafficEntry['kind'], string> = {
  command: 'slash command',
  event: 'event',
  interaction: 'interaction',
  'web-api': 'Web API',
  'response-url': 'response URL',
  socket: 'socket',
};

/** `slash command`, `Web API`. */
export function kindOf(entry: TrafficEntry): string {
  return kinds[entry.kind];
}

/** Not a request but a note in between: a switch that was set, say. */
export function isRemark(entry: TrafficEntry): boolean {
  return entry.outcome === 'ok' && entry.answer === null && entry.raw === '';
}

/** How it went, short enough for one line: `ack 200 in 12 ms`, `refused: invalid_blocks`, `no answer`. */
export function outcomeOf(entry: TrafficEntry): string {
  const took = entry.ms === null ? '' : ` in ${Math.round(entry.ms)} ms`;
  if (entry.outcome === 'waiting') return 'waiting…';
  if (!entry.answer) return `no answer${took}`;
  if (entry.outcome === 'refused') return `refused: ${reasonOf(entry.answer)}${took}`;
  const word = entry.direction === 'to-bot' ? 'ack ' : '';
  return `${word}${entry.answer.status}${took}`;
}

function reasonOf(answer: NonNullable<TrafficEntry['answer']>): string {
  const { body } = answer;
  if (typeof body === 'object' && body !== null && 'error' in body) return String(body.error);
  return String(answer.status);
}

/** What Slack says about a delivery beside its body: that it is signed, that it is a repetition. */
export function labelsOf(entry: TrafficEntry): string[] {
  const labels: string[] = [];
  if (entry.headers['x-slack-signature']) labels.push('signed');
  const retry = entry.headers['x-slack-retry-num'];
  if (retry) labels.push(`retry ${retry}`);
  return labels;
}

export type TrafficFilter = 'all' | 'to-bot' | 'from-bot' | 'trouble';

/** The entries that a filter leaves. */
export function filterTraffic(
  entries: readonly TrafficEntry[],
  filter: TrafficFilter,
): readonly TrafficEntry[] {
  if (filter === 'all') return entries;
  return entries.filter((entry) =>
    filter === 'trouble'
      ? entry.outcome === 'refused' || entry.outcome === 'failed' || entry.note !== undefined
      : entry.direction === filter,
  );
}
