import { useReader } from '../text/reader.js';
import { Avatar } from './avatar.js';

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
