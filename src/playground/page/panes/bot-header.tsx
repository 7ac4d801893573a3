import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Place } from '../store/state.js';
import { useReader } from '../text/reader.js';
import { usePage, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';

/** The head of the bot's place, with its Home and Messages tabs. */
export function BotHeader({ place }: { place: Place }) {
  const page = usePage();
  const app = useWorld((world) => world.app);
  const { personById } = useReader();
  const tabs = useRef<HTMLDivElement>(null);
  const shown = (['home', 'messages'] as const).filter((tab) =>
    tab === 'home' ? app.homeTab : app.messagesTab,
  );
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = shown.find((tab) => tab !== place.tab);
    if (!other) return;
    event.preventDefault();
    page.go({ channel: place.channel, tab: other });
    tabs.current?.querySelector<HTMLElement>(`[data-tab=${other}]`)?.focus();
  };
  return (
    <header class="channel-head bot-head">
      <h1>
        <Avatar person={personById(app.botUser)} small />
        {app.name}
        <span class="app-label">App</span>
      </h1>
      <p class="topic">{app.description}</p>
      {shown.length > 1 ? (
        <div ref={tabs} class="tabs" role="tablist" aria-label={app.name} onKeyDown={onKeyDown}>
          {shown.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              class="tab"
              data-tab={tab}
              data-testid={`tab-${tab}`}
              aria-selected={place.tab === tab}
              tabIndex={place.tab === tab ? 0 : -1}
              onClick={() => page.go({ channel: place.channel, tab })}
            >
              {tab === 'home' ? 'Home' : 'Messages'}
            </button>
          ))}
        </div>
      ) : null}
    </header>
  );
}
