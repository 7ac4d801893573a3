import { usePage, useWorld } from '../use-page.js';

/** Ways to make something go wrong, to see how the bot copes. */
export function FaultSwitches() {
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
              onClick={() => page.setFault(fault.kind, !fault.on)}
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
