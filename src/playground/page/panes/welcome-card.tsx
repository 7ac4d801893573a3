import type { JSX } from 'preact';
import { IconButton } from '../controls/icons.js';
import { tryThese } from './try-these.js';
import { usePage, useWorld } from '../use-page.js';

/**
 * For somebody who sees the page for the first time: what it is, and what to try. `compact` leaves
 * the room to the messages.
 */
export function WelcomeCard({ compact }: { compact: boolean }) {
  const page = usePage();
  const app = useWorld((world) => world.app);
  const items = tryThese(useWorld((world) => world));
  return (
    <section
      class={compact ? 'welcome compact' : 'welcome'}
      aria-labelledby="welcome-title"
      data-testid="welcome"
    >
      <header>
        <h2 id="welcome-title">Try {app.name} before you install it</h2>
        <IconButton
          icon="close"
          label="Close this card"
          data-testid="close-welcome"
          onClick={() => page.store.set({ welcome: false })}
        />
      </header>
      {compact ? null : (
        <p>
          Everything here is played but the bot: it runs as it would in your Slack, on the articles
          in its folder.
        </p>
      )}
      <ul class="tries">
        {items.map((item) => (
          <li key={item.title}>
            <TryButton
              words={item.title}
              hint={compact ? null : item.hint}
              data-testid="try"
              data-try={item.action.do}
              title={item.hint}
              onClick={() => page.tryThis(item)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type TryButtonProps = JSX.ButtonHTMLAttributes & { words: string; hint: string | null };

/** Something to try, with what is to be seen then. */
export function TryButton({ words, hint, ...attributes }: TryButtonProps) {
  return (
    <button type="button" class="try" {...attributes}>
      <span class="try-title">{words}</span>
      {hint === null ? null : <span class="try-hint">{hint}</span>}
    </button>
  );
}
