import type { Message } from '../../protocol.js';
import { Icon, IconButton } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { EmojiSign } from '../text/emoji-sign.js';
import { usePage, useWorld } from '../use-page.js';

const quickReactions = ['eyes', 'white_check_mark', '+1'];

/** Shown while the pointer or the focus is on a message. A private message has none: Slack has none. */
export function MessageActions({ message, inThread }: { message: Message; inThread: boolean }) {
  const page = usePage();
  const shortcuts = useWorld((world) => world.app.shortcuts);
  if (message.ephemeralTo) return null;
  return (
    <div class="message-actions" role="group" aria-label="Message actions">
      {quickReactions.map((name) => (
        <button
          key={name}
          type="button"
          class="icon-button"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          title={`:${name}:`}
          onClick={() => page.react(message, name)}
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
      {shortcuts.length > 0 ? (
        <Menu
          label="More actions"
          buttonClass="icon-button"
          face={<Icon name="more" />}
          data={{ 'data-testid': 'message-shortcuts' }}
          items={shortcuts.map((shortcut) => ({
            key: shortcut.callbackId,
            label: shortcut.name,
            detail: shortcut.description,
            data: { 'data-testid': 'shortcut', 'data-callback-id': shortcut.callbackId },
            choose: () => page.runShortcut(shortcut.callbackId, message),
          }))}
        />
      ) : null}
    </div>
  );
}
