import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, IconButton } from '../controls/icons.js';
import { nextIndex } from '../controls/menu.js';
import { composerKey } from '../store/store.js';
import { usePage, useSelect, useWorking, useWorld } from '../use-page.js';
import { AttachButton, type AttachedFile, FileChip } from './attached.js';
import { complete, completionAt, type CompletionItem, usageOf } from './completion.js';
import { CompletionList } from './completion-list.js';

interface ComposerProps {
  channel: string;
  threadTs?: string;
  placeholder: string;
}

/**
 * Where a person writes. Enter sends, Shift+Enter begins a line; `/`, `@`, `#` and `:` offer what fits. A file can go with
 * it, and a reply to the channel as well.
 * A refused text comes back with the reason; nothing typed is lost when one looks elsewhere.
 */
export function Composer({ channel, threadTs, placeholder }: ComposerProps) {
  const page = usePage();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const me = useWorld((world) => world.person);
  const key = composerKey(me, channel, threadTs);
  const text = useSelect((state) => state.drafts[key] ?? '');
  const refused = useSelect((state) => state.refused[key]);
  const working = useWorking(`say/${key}`);
  const turn = useSelect((state) => (state.focus.composer === key ? state.focus.turn : 0));
  const inDirect = useWorld(
    (world) => world.channels.find((each) => each.id === channel)?.kind === 'direct',
  );
  const vocabulary = {
    commands: useWorld((world) => world.app.commands),
    people: useWorld((world) => world.people),
    channels: useWorld((world) => world.channels),
    inThread: threadTs !== undefined,
  };
  const [caret, setCaret] = useState(text.length);
  const [chosen, setChosen] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [file, setFile] = useState<AttachedFile | null>(null);
  const [broadcast, setBroadcast] = useState(false);
  /** Where the caret belongs once the text that was put in stands in the field. */
  const caretAfter = useRef<number | null>(null);
  const found = focused && closedFor !== text ? completionAt(text, caret, vocabulary) : null;
  const at = found ? Math.min(chosen, found.items.length - 1) : 0;
  const usage = usageOf(text, vocabulary.commands);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);
  // Not a frame later: the next key may have come by then.
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  useLayoutEffect(() => {
    if (turn === 0) return;
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
    setCaret(text.length);
  }, [turn]);

  const type = (next: string, nextCaret: number) => {
    page.draft(key, next);
    setCaret(nextCaret);
    setChosen(0);
  };
  const accept = (item: CompletionItem) => {
    if (!found) return;
    const next = complete(text, caret, found, item);
    caretAfter.current = next.caret;
    type(next.text, next.caret);
  };
  const insert = (sign: string) => {
    const before = text.slice(0, caret);
    const spaced = before === '' || /\s$/.test(before) ? sign : ` ${sign}`;
    caretAfter.current = caret + spaced.length;
    type(before + spaced + text.slice(caret), caretAfter.current);
  };
  const canSend = text.trim() !== '' || file !== null;
  const send = async () => {
    if (!canSend) return;
    setCaret(0);
    setFile(null);
    setBroadcast(false);
    const beside = { ...(file && { file }), ...(broadcast && { broadcast }) };
    if (!(await page.say(channel, text.trim(), threadTs, beside))) setFile(file);
  };
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing) return;
    if (found) {
      const to = event.key.startsWith('Arrow')
        ? nextIndex(event.key, at, found.items.length)
        : null;
      const item = found.items[at];
      const isTyped = item && text.slice(found.from, caret).toLowerCase() === item.insert;
      if (to !== null) {
        event.preventDefault();
        setChosen(to);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        setClosedFor(text);
        return;
      }
      const takes = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isTyped);
      if (item && takes && !(event.key === 'Tab' && event.shiftKey)) {
        event.preventDefault();
        accept(item);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  const follow = (event: JSX.TargetedEvent<HTMLTextAreaElement>) => {
    setCaret(event.currentTarget.selectionStart);
  };

  return (
    <div class="composer-area">
      {found ? (
        <CompletionList
          id={`${id}-list`}
          kind={found.kind}
          items={found.items}
          chosen={at}
          onChoose={accept}
        />
      ) : null}
      {refused === undefined ? null : (
        <p class="composer-refused" role="alert" data-testid="composer-error">
          <Icon name="warning" /> {refused}
        </p>
      )}
      <div class={refused === undefined ? 'composer' : 'composer composer-wrong'}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          {...(found
            ? { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-list-${at}` }
            : {})}
          data-testid={threadTs === undefined ? 'composer' : 'thread-composer'}
          onInput={(event) => type(event.currentTarget.value, event.currentTarget.selectionStart)}
          onSelect={follow}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        ></textarea>
        {file ? <FileChip file={file} onRemove={() => setFile(null)} /> : null}
        {threadTs === undefined || inDirect ? null : (
          <label class="composer-broadcast">
            <input
              type="checkbox"
              checked={broadcast}
              data-testid="broadcast-reply"
              onChange={(event) => setBroadcast(event.currentTarget.checked)}
            />
            Also send to the channel
          </label>
        )}
        <div class="composer-tools">
          <AttachButton onAttach={setFile} />
          <IconButton
            icon="at"
            label="Mention someone"
            title="Mention someone"
            onClick={() => insert('@')}
          />
          {threadTs === undefined ? (
            <IconButton
              icon="slash"
              label="Run a command"
              title="Run a command"
              onClick={() => {
                if (text === '') insert('/');
                else field.current?.focus();
              }}
            />
          ) : null}
          <span class="composer-hint" aria-live="polite">
            {working ? <span class="working">Waiting for the bot…</span> : usage}
          </span>
          <IconButton
            icon="send"
            class="icon-button send"
            label="Send"
            title="Send (Enter)"
            data-testid={threadTs === undefined ? 'send' : 'thread-send'}
            {...(canSend ? {} : { 'aria-disabled': true })}
            onClick={() => void send()}
          />
        </div>
      </div>
    </div>
  );
}
