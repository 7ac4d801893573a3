import { useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { useReader } from '../text/inline.js';

/** One request and its answer: a line, and everything when it is opened. */
export function TrafficRow({ entry }: { entry: TrafficEntry }) {
  const { zone } = useReader();
  const [open, setOpen] = useState(false);
  if (isRemark(entry))
    return (
      <li class="traffic-row traffic-remark" data-testid="traffic-remark" data-title={entry.title}>
        {entry.title}
        {entry.note ? <span class="traffic-note"> · {entry.note}</span> : null}
      </li>
    );
  const way = entry.direction === 'to-bot' ? 'Slack to bot' : 'Bot to Slack';
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone });
  return (
    <li
      class={`traffic-row traffic-${entry.direction} traffic-${entry.outcome}`}
      data-testid="traffic-row"
      data-kind={entry.kind}
      data-outcome={entry.outcome}
      data-title={entry.title}
    >
      <button
        type="button"
        class="traffic-line"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span class="traffic-words">
          <span class="traffic-top">
            <span class="traffic-way">{way}</span>
            <span class="traffic-kind">{kinds[entry.kind]}</span>
            {labelsOf(entry).map((label) => (
              <span key={label} class="traffic-label">
                {label}
              </span>
            ))}
            <time dateTime={new Date(entry.at).toISOString()}>{time.format(entry.at)}</time>
          </span>
          <span class="traffic-title">{entry.title}</span>
          <span class="traffic-outcome">{outcomeOf(entry)}</span>
          {entry.note ? <span class="traffic-note">{entry.note}</span> : null}
        </span>
      </button>
      {open ? <Details entry={entry} /> : null}
    </li>
  );
}

function Details({ entry }: { entry: TrafficEntry }) {
  return (
    <div class="traffic-details">
      <h4>Headers</h4>
      <JsonTree value={entry.headers} />
      <h4>Body</h4>
      <JsonTree value={entry.body} />
      <details class="raw">
        <summary>As it went over the wire</summary>
        <pre tabIndex={0}>{entry.raw}</pre>
      </details>
      <h4>{entry.direction === 'to-bot' ? 'The bot’s acknowledgement' : 'Slack’s answer'}</h4>
      {entry.answer ? <JsonTree value={entry.answer} /> : <p>None.</p>}
    </div>
  );
}

/** Any JSON, open to the second level, the rest folded. Shown as text, never as markup. */
function JsonTree({ value }: { value: unknown }) {
  return (
    <div class="json">
      <Node value={value} open={2} />
    </div>
  );
}

function Node({ name, value, open }: { name?: string; value: unknown; open: number }) {
  const label = name === undefined ? null : <span class="json-key">{name}: </span>;
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const [first, last] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    const isEmpty = typeof value === 'object' && value !== null;
    const type = value === null ? 'null' : typeof value;
    return (
      <div class="json-leaf">
        {label}
        {isEmpty ? first + last : <span class={`json-${type}`}>{JSON.stringify(value)}</span>}
      </div>
    );
  }
  return (
    <details class="json-branch" open={open > 0}>
      <summary>
        {label}
        <span class="json-size">
          {first}
          {entries.length}
          {last}
        </span>
      </summary>
      {entries.map(([key, each]) => (
        <Node key={key} name={key} value={each} open={open - 1} />
      ))}
    </details>
  );
}

const kinds: Record<TrafficEntry['kind'], string> = {
  command: 'slash command',
  event: 'event',
  interaction: 'interaction',
  'web-api': 'Web API',
  'response-url': 'response URL',
  socket: 'socket',
};

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
