import type { Channel, Person } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { useReader } from '../text/inline.js';
import { useWorld } from '../use-page.js';

/** Beside a name: of which other organisation, or that it is a guest. Nothing for the house's own. */
export function PersonLabel({ person }: { person: Person | undefined }) {
  const label = belongingOf(person);
  return label === '' ? null : <span class="app-label belonging">{label}</span>;
}

/** `The Harbour Post`, `Guest`; empty for the house's own people. */
export function belongingOf(person: Person | undefined): string {
  return person?.team?.name ?? (person?.guest ? 'Guest' : '');
}

interface SharedLabelProps {
  channel: Channel;
  /** Only the sign is seen. */
  short?: boolean;
}

/** That a channel is shared by Slack Connect, and with whom. */
export function SharedLabel({ channel, short = false }: SharedLabelProps) {
  const people = useWorld((world) => world.people);
  const house = useWorld((world) => world.team.name);
  const { me } = useReader();
  if (!channel.shared) return null;
  const papers = new Set(
    people
      .filter(({ id, isBot }) => !isBot && channel.members.includes(id))
      .map(({ team }) => team?.name ?? house),
  );
  papers.delete(people.find(({ id }) => id === me)?.team?.name ?? house);
  const words = `Shared with ${[...papers].join(', ') || 'another organisation'}`;
  return (
    <span class="shared" title={words} data-testid="shared-channel">
      <Icon name="shared" />
      <span class={short ? 'hidden-words' : 'shared-words'}>{words}</span>
    </span>
  );
}
