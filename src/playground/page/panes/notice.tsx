import { useEffect } from 'preact/hooks';
import { Icon, IconButton } from '../controls/icons.js';
import { usePage, useSelect } from '../use-page.js';

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
