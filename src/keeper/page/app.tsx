import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addressOf, fileInAddress } from './address.js';
import { ArticleView } from './article-view.js';
import { emptyFilters } from './filters.js';
import { TableView } from './table-view.js';

/** The table, or the one article that the address names after its #. */
export function App() {
  const [file, setFile] = useState(fileInAddress);
  const [filters, setFilters] = useState(emptyFilters);
  /** Something was typed and not saved. */
  const unsaved = useRef(false);

  useEffect(() => {
    const go = () => {
      const next = fileInAddress();
      if (next === file) return;
      if (unsaved.current && !confirm('Leave this article without saving what you changed?')) {
        history.pushState(null, '', addressOf(file));
        return;
      }
      unsaved.current = false;
      setFile(next);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    addEventListener('hashchange', go);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('hashchange', go);
      removeEventListener('beforeunload', warn);
    };
  }, [file]);

  useLayoutEffect(() => {
    document.title = `${file === null ? 'Articles' : file} · Clipdesk desk`;
    // Whoever reads by ear is told where they are.
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [file]);

  return (
    <div class="keeper">
      <header class="top-bar">
        <a class="masthead" href="#">
          <span class="masthead-team">Clipdesk</span>
          <span class="masthead-note">desk</span>
        </a>
      </header>
      {file === null ? (
        <TableView filters={filters} onFilters={setFilters} />
      ) : (
        <ArticleView key={file} file={file} onUnsaved={(is) => (unsaved.current = is)} />
      )}
    </div>
  );
}
