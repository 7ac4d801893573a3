import type { Person } from '../../protocol.js';
import { slackbot, useReader } from '../text/inline.js';

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

/** `MC` of `Maya Chen`, `R` of `Rosa`. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

/** The members of a channel, some as pictures, all in the title. */
export function AvatarRow({ ids }: { ids: readonly string[] }) {
  const { personById } = useReader();
  const names = ids.map((id) => personById(id)?.realName ?? id).join(', ');
  return (
    <p class="members" title={names}>
      <span class="members-faces" aria-hidden="true">
        {ids.slice(0, 4).map((id) => (
          <Avatar key={id} person={personById(id)} small />
        ))}
      </span>
      <span>
        {ids.length} <span class="hidden-words">members: {names}</span>
      </span>
    </p>
  );
}
