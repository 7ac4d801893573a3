import { Icon } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { slackbot } from '../slackbot.js';
import { cityOf, timeIn } from '../text/format-date.js';
import { useReader } from '../text/reader.js';
import { usePage, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';

/** Whose eyes the workspace is seen with, and the time on their clock. */
export function PersonSwitcher() {
  const page = usePage();
  const { me, now, personById } = useReader();
  const people = useWorld((world) => world.people);
  const person = personById(me);
  const clock = (zone: string) => `${cityOf(zone)}, ${timeIn(now(), zone)}`;
  const able = people.filter((each) => !each.isBot && each.id !== slackbot);
  return (
    <Menu
      label="Act as somebody else"
      faceNames
      buttonClass="switcher"
      data={{ 'data-testid': 'person-switcher', 'data-person-id': me }}
      face={
        <>
          <Avatar person={person} small />
          <span class="switcher-words">
            <span class="hidden-words">Acting as </span>
            <span class="switcher-name">{person?.realName ?? me}</span>
            <span class="switcher-zone">{person ? clock(person.tz) : ''}</span>
          </span>
          <Icon name="down" />
        </>
      }
      items={able.map((each) => ({
        key: each.id,
        label: each.realName,
        detail: `${each.title} · ${clock(each.tz)}`,
        checked: each.id === me,
        face: <Avatar person={each} small />,
        data: { 'data-testid': 'person-option', 'data-person-id': each.id },
        choose: () => page.actAs(each.id),
      }))}
    />
  );
}
