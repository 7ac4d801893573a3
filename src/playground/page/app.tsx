import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Snapshot } from '../protocol.js';
import { Icon, IconButton } from './controls/icons.js';
import { ArchiveDialog } from './panes/archive-dialog.js';
import { ChannelPane, ThreadPane } from './panes/channel-pane.js';
import { ConfirmDialog, ModalStack } from './panes/modal-stack.js';
import { Sidebar } from './panes/sidebar.js';
import { TopBar } from './panes/top-bar.js';
import { TrafficPane } from './panes/traffic-pane.js';
import { readPermalink } from './page.js';
import { type PageReader, ReaderContext } from './text/inline.js';
import { usePage, useSelect } from './use-page.js';

/** The whole page; before the first snapshot only a line that says what it waits for. */
export function App() {
  const world = useSelect((state) => state.world);
  const connection = useSelect((state) => state.connection);
  if (world) return <Workspace world={world} />;
  return (
    <main class="opening">
      <h1>Clipdesk playground</h1>
      <p role="status" data-testid="connection" data-state={connection}>
        {connection === 'lost'
          ? 'The playground does not answer. Reconnecting…'
          : 'Opening the workspace…'}
      </p>
    </main>
  );
}

function Workspace({ world }: { world: Snapshot }) {
  const page = usePage();
  const place = useSelect((state) => state.place);
  const thread = useSelect((state) => state.thread);
  const traffic = useSelect((state) => state.traffic);
  const offset = useSelect((state) => state.clockOffset);
  const minute = useMinutes();
  const { people, channels, person } = world;
  const reader = useMemo<PageReader>(
    () => ({
      me: person,
      zone: people.find(({ id }) => id === person)?.tz ?? 'UTC',
      now: () => Date.now() + offset,
      personById: (id) => people.find((each) => each.id === id),
      channelById: (id) => channels.find((each) => each.id === id),
      channels: channels.filter(({ kind }) => kind !== 'direct'),
      audience: 0,
      openChannel: (id) => page.go({ channel: id, tab: 'messages' }),
    }),
    [page, person, people, channels, offset, minute],
  );
  useTitle(world, place?.channel);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const goal = readPermalink(new URL(link.href));
    if (goal && page.followLink(goal)) event.preventDefault();
  };
  return (
    <ReaderContext.Provider value={reader}>
      <div
        class={`page${thread ? ' with-thread' : ''}${traffic ? ' with-traffic' : ''}`}
        onClick={follow}
      >
        <TopBar />
        <Sidebar />
        {place ? <ChannelPane place={place} /> : <main class="channel-pane" />}
        {thread ? <ThreadPane key={thread.ts} thread={thread} /> : null}
        {traffic ? <TrafficPane /> : null}
      </div>
      <ModalStack />
      <ArchiveDialog />
      <ConfirmDialog />
      <Notice />
    </ReaderContext.Provider>
  );
}

/** Drawn anew each half minute, so that clocks and "5 minutes ago" go on. */
function useMinutes(): number {
  const [count, tick] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(0), 30_000);
    return () => clearInterval(timer);
  }, []);
  return count;
}

function useTitle(world: Snapshot, channel: string | undefined): void {
  const at = world.channels.find(({ id }) => id === channel);
  const name = at ? `${at.kind === 'direct' ? '' : '#'}${at.name} · ` : '';
  useEffect(() => {
    document.title = `${name}${world.team.name} · playground`;
  }, [name, world.team.name]);
}

const shownFor = 12_000;

/** Something failed that has no place of its own to say so. */
export function Notice() {
  const { store } = usePage();
  const notice = useSelect((state) => state.notice);
  const close = () => store.set({ notice: null });
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(close, shownFor);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notice-area" role="alert">
      {notice === null ? null : (
        <div class="notice" data-testid="notice">
          <Icon name="warning" />
          <p>{notice}</p>
          <IconButton icon="close" label="Close" onClick={close} />
        </div>
      )}
    </div>
  );
}
