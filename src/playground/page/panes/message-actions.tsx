import type { SlackMessage } from '../../protocol.js';
import { Icon, IconButton } from '../controls/icons.js';
import { Menu, type MenuItem } from '../controls/menu.js';
import { EmojiSign, useReader } from '../text/inline.js';
import { usePage, useWorld } from '../use-page.js';

const quickReactions = ['eyes', 'white_check_mark', '+1'];

/** Shown while the pointer or the focus is on a message. A private message has none: Slack has none. */
export function MessageActions({
  message,
  inThread,
}: {
  message: SlackMessage;
  inThread: boolean;
}) {
  const page = usePage();
  const { channel, ts, ephemeralTo } = message;
  const items = useMenuItems(message);
  if (ephemeralTo || message.subtype === 'tombstone') return null;
  return (
    <div class="message-actions" role="group" aria-label="Message actions">
      {quickReactions.map((name) => (
        <button
          key={name}
          type="button"
          class="icon-button"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          title={`:${name}:`}
          onClick={() => page.do({ kind: 'react', channel, ts, name })}
        >
          <EmojiSign name={name} />
        </button>
      ))}
      {inThread ? null : (
        <IconButton
          icon="thread"
          label="Reply in thread"
          title="Reply in thread"
          data-testid="reply-in-thread"
          onClick={() => page.openThread(message)}
        />
      )}
      <Menu
        label="More actions"
        buttonClass="icon-button"
        face={<Icon name="more" />}
        data={{ 'data-testid': 'message-shortcuts' }}
        items={items}
      />
    </div>
  );
}

/** The bot's shortcuts; forwarding; of one's own messages editing and deleting. */
function useMenuItems(message: SlackMessage): MenuItem[] {
  const page = usePage();
  const { me } = useReader();
  const { shortcuts, name: bot } = useWorld((world) => world.app);
  const direct = useWorld((world) => world.channels.find(({ kind }) => kind === 'direct'));
  const { channel, ts } = message;
  const items: MenuItem[] = shortcuts.map((shortcut) => ({
    key: shortcut.callbackId,
    label: shortcut.name,
    detail: shortcut.description,
    data: { 'data-testid': 'shortcut', 'data-callback-id': shortcut.callbackId },
    choose: () => page.do({ kind: 'shortcut', callbackId: shortcut.callbackId, channel, ts }),
  }));
  if (direct)
    items.push({
      key: 'forward',
      label: `Forward to ${bot}`,
      detail: 'In a direct message',
      data: { 'data-testid': 'forward-message' },
      choose: () => {
        page.go({ channel: direct.id, tab: 'messages' });
        page.do({
          kind: 'send-message',
          channel: direct.id,
          text: '',
          forwarded: { channel, ts },
        });
      },
    });
  if (message.user === me && message.from === 'person')
    items.push(
      {
        key: 'edit',
        label: 'Edit message',
        data: { 'data-testid': 'edit-message' },
        choose: () => page.store.set({ editing: ts }),
      },
      {
        key: 'delete',
        label: 'Delete message',
        data: { 'data-testid': 'delete-message' },
        choose: () => page.do({ kind: 'delete-message', channel, ts }),
      },
    );
  return items;
}
