import { render } from 'preact';
import { App } from './app.js';
import { createPage, readPermalink } from './page.js';
import { openStream, sendCommand } from './store/connection.js';
import { onSnapshot } from './store/on-snapshot.js';
import { applyTheme, recall, remember } from './store/remember.js';
import { createStore } from './store/store.js';
import './styles/index.css';
import { PageContext } from './use-page.js';

applyTheme();
const store = createStore({ welcome: recall('welcome') !== 'closed' });

/** Slack's private messages are gone after a reload: another page. */
const thisPage = crypto.randomUUID();
let closeStream: (() => void) | undefined;
const listenAs = (person: string | undefined) => {
  closeStream?.();
  closeStream = openStream({
    person,
    page: thisPage,
    onSnapshot: (snapshot) => store.set(onSnapshot(store.get(), snapshot, Date.now())),
    onConnection: (connection) => store.set({ connection }),
  });
};
const page = createPage({
  store,
  send: sendCommand,
  actAs: (person) => {
    remember('person', person);
    listenAs(person);
  },
});

const goal = readPermalink(new URL(location.href));
const stopWaiting = store.subscribe(() => {
  if (!store.get().world) return;
  stopWaiting();
  if (goal) page.followLink(goal);
});
store.subscribe(() => remember('welcome', store.get().welcome ? null : 'closed'));

const root = document.querySelector('#page');
if (root) {
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    root,
  );
}
listenAs(recall('person') ?? undefined);
