import { useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { useReader } from '../text/reader.js';
import { isRemark, kindOf, labelsOf, outcomeOf } from './traffic-words.js';
import { JsonTree } from './json-tree.js';

/** One request and its answer: a line, and everything when it is opened. */
export function TrafficRow({ entry }: { entry: TrafficEntry }) {
  const { zone } = useReader();
  const [open, setOpen] = useState(false);
  if (isRemark(entry)) return <Remark entry={entry} />;
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
            <span class="traffic-kind">{kindOf(entry)}</span>
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

function Remark({ entry }: { entry: TrafficEntry }) {
  return (
    <li class="traffic-row traffic-remark" data-testid="traffic-remark" data-title={entry.title}>
      {entry.title}
      {entry.note ? <span class="traffic-note"> · {entry.note}</span> : null}
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
