import type { View } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { useWorld } from '../use-page.js';
import { useViewSurface } from './use-surface.js';

/** The Home tab as the bot published it for this person. */
export function HomePane() {
  const home = useWorld((world) => world.home);
  const app = useWorld((world) => world.app.name);
  return (
    <div class="home" tabIndex={0} role="group" aria-label={`${app} Home`} data-testid="home">
      {home ? (
        <Home key={home.id} view={home} />
      ) : (
        <p class="empty">{app} has not published its Home yet. It does so when this tab opens.</p>
      )}
    </div>
  );
}

function Home({ view }: { view: View }) {
  const surface = useViewSurface(view);
  return (
    <SurfaceContext.Provider value={surface}>
      <div class="home-column">
        <Blocks blocks={view.blocks} />
      </div>
    </SurfaceContext.Provider>
  );
}
