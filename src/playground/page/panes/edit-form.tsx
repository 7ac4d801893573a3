import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SlackMessage } from '../../protocol.js';
import { asTyped } from '../text/as-typed.js';
import { withEmojiCodes } from '../text/emoji.js';
import { usePage, useWorld } from '../use-page.js';

/** Where a person writes a message of theirs anew. Enter saves, Escape leaves it as it was. */
export function EditForm({ message }: { message: SlackMessage }) {
  const page = usePage();
  const people = useWorld((world) => world.people);
  const channels = useWorld((world) => world.channels);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => asTyped(message.text, people, channels));
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  const close = () => page.store.set({ editing: null });
  const save = () => {
    const { channel, ts } = message;
    page.do({ kind: 'edit-message', channel, ts, text: withEmojiCodes(text.trim()) });
    close();
  };
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) save();
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <textarea
        ref={field}
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        aria-label="Edit message"
        data-testid="edit-text"
        onInput={(event) => setText(event.currentTarget.value)}
      ></textarea>
      <div class="edit-buttons">
        <button type="button" class="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" class="button button-primary" data-testid="save-edit">
          Save
        </button>
      </div>
    </form>
  );
}
