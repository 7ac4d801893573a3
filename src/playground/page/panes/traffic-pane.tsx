import { useRef, useState } from 'preact/hooks';
import { Icon, IconButton } from '../controls/icons.js';
import { usePage, useWorld } from '../use-page.js';
import { useStickToBottom } from './message-list.js';
import { filterTraffic, type TrafficFilter, TrafficRow } from './traffic-row.js';

const filters: [TrafficFilter, string][] = [
  ['all', 'All'],
  ['to-bot', 'To the bot'],
  ['from-bot', 'From the bot'],
  ['trouble', 'Trouble'],
];

/** What Slack and the bot say to one another, oldest first, and switches for faults. */
export function TrafficPane() {
  const page = usePage();
  const traffic = useWorld((world) => world.traffic);
  const [filter, setFilter] = useState<TrafficFilter>('all');
  const list = useRef<HTMLDivElement>(null);
  const entries = filterTraffic(traffic, filter);
  const { missed, toBottom } = useStickToBottom(list, {
    count: entries.length,
    followSize: false,
  });
  const close = () => page.store.set({ traffic: false });
  return (
    <aside
      class="traffic-pane"
      aria-label="Traffic"
      data-testid="traffic-pane"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        document.querySelector<HTMLElement>('[data-testid=toggle-traffic]')?.focus();
      }}
    >
      <header class="pane-head">
        <h2>Traffic</h2>
        <p class="pane-where">between Slack and the bot</p>
        <IconButton
          icon="trash"
          label="Clear the list"
          title="Clear the list"
          data-testid="clear-traffic"
          onClick={() => page.do({ kind: 'clear-traffic' })}
        />
        <IconButton icon="close" label="Close traffic" onClick={close} />
      </header>
      <FaultSwitches />
      <div class="filters" role="group" aria-label="Show">
        {filters.map(([each, label]) => (
          <button
            key={each}
            type="button"
            class="filter"
            aria-pressed={filter === each}
            onClick={() => setFilter(each)}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="message-area">
        <div ref={list} class="traffic-list" tabIndex={0} role="group" aria-label="Requests">
          {entries.length === 0 ? (
            <p class="empty">
              Nothing yet. Send a command: its signed request, the bot’s acknowledgement and each
              call back to Slack will stand here.
            </p>
          ) : (
            <ol>
              {entries.map((entry) => (
                <TrafficRow key={entry.id} entry={entry} />
              ))}
            </ol>
          )}
        </div>
        {missed > 0 ? (
          <button type="button" class="pill" onClick={toBottom}>
            <Icon name="down" />
            {missed} more
          </button>
        ) : null}
      </div>
    </aside>
  );
}

/** Ways to make something go wrong, to see how the bot copes. */
function FaultSwitches() {
  const page = usePage();
  const faults = useWorld((world) => world.faults);
  return (
    <details class="faults" open>
      <summary>
        <h3>Make something go wrong</h3>
      </summary>
      <ul>
        {faults.map((fault) => (
          <li key={fault.kind}>
            <button
              type="button"
              class="switch"
              role="switch"
              aria-checked={fault.on}
              aria-describedby={`fault-${fault.kind}`}
              data-testid="fault"
              data-fault={fault.kind}
              onClick={() => page.do({ kind: 'set-fault', fault: fault.kind, on: !fault.on })}
            >
              <span class="switch-track" aria-hidden="true"></span>
              {fault.title}
            </button>
            <p id={`fault-${fault.kind}`}>{fault.description}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
