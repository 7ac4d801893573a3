import type { Person } from '../../protocol.js';
import { initials } from '../initials.js';
import { slackbot } from '../slackbot.js';

/** A square with initials; the bot's is a clipping. Only to look at: the name stands beside it. */
export function Avatar({ person, small = false }: { person: Person | undefined; small?: boolean }) {
  return (
    <span
      class={small ? 'avatar avatar-small' : 'avatar'}
      style={{ backgroundColor: person?.color ?? '#5b6470' }}
      aria-hidden="true"
    >
      {person?.isBot && person.id !== slackbot ? (
        <svg viewBox="0 0 16 16" width="60%" height="60%" fill="none" stroke="currentColor">
          <path d="M3.5 2.5h9v11l-2.2-1.3-2.3 1.3-2.3-1.3-2.2 1.3z" />
          <path d="M5.5 5.5h5M5.5 8h5M5.5 10.3h2.5" />
        </svg>
      ) : (
        initials(person?.realName ?? '?')
      )}
    </span>
  );
}
