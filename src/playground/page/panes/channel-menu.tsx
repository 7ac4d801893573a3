import type { Channel } from '../../protocol.js';
import { Icon } from '../icons.js';
import { Menu } from '../menu.js';
import { usePage, useWorld } from '../use-page.js';

/** What can be done to a channel, to see what the bot makes of it. */
export function ChannelMenu({ channel }: { channel: Channel }) {
  const page = usePage();
  const app = useWorld((world) => world.app);
  const hasBot = channel.members.includes(app.botUser);
  const archived = channel.archived === true;
  return (
    <Menu
      label={`What can be done to #${channel.name}`}
      buttonClass="icon-button"
      data={{ 'data-testid': 'channel-menu' }}
      face={<Icon name="more" />}
      items={[
        {
          key: 'bot',
          label: hasBot ? `Remove ${app.name}` : `Bring ${app.name} in`,
          detail: hasBot ? 'It can post here no more' : 'As /invite does',
          data: { 'data-testid': hasBot ? 'remove-bot' : 'bring-bot-in' },
          choose: () => (hasBot ? page.removeBot(channel.id) : page.inviteBot(channel.id)),
        },
        {
          key: 'archive',
          label: archived ? 'Open the channel again' : 'Archive the channel',
          detail: archived ? 'It was archived' : 'Nobody can write in it then',
          data: { 'data-testid': 'archive-channel' },
          choose: () => page.archiveChannel(channel.id, !archived),
        },
      ]}
    />
  );
}
