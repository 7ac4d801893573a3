import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ArchiveTable, ArticleRow, SaidFault } from '../protocol.js';
import { addressOf } from './address.js';
import { fetchTable } from './connection.js';
import {
  countFaults,
  emptyFilters,
  type Filters,
  filterRows,
  outletsOf,
  PAGE_SIZE,
} from './filters.js';

interface FilterProps {
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

/** Every article of the archive, as far as the filters let it through. */
export function TableView({ filters, onFilters }: FilterProps) {
  const [table, setTable] = useState<ArchiveTable | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const load = async () => {
      const fetched = await fetchTable();
      if ('got' in fetched) setTable(fetched.got);
      setFailure('got' in fetched ? null : fetched.failure);
    };
    void load();
    // Whoever comes back to the window sees what was changed elsewhere.
    const again = () => void load();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
  const found = useMemo(() => filterRows(table?.articles ?? [], filters), [table, filters]);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(filters.page, pages - 1);

  return (
    <main class="table-view">
      <h1 tabIndex={-1}>Articles</h1>
      {failure === null ? null : (
        <p class="notice-line notice-bad" role="alert">
          {failure}
        </p>
      )}
      {table === null ? (
        <p class="working" role="status">
          Reading the archive…
        </p>
      ) : (
        <>
          <p class="folder">
            <code>{table.folder}</code>
          </p>
          <FaultList faults={table.faults} of="files beside these" isSaid />
          <FilterRow rows={table.articles} filters={filters} onFilters={onFilters} />
          <p class="count" role="status">
            {found.length === table.articles.length
              ? `${count(found.length)} articles`
              : `${count(found.length)} of ${count(table.articles.length)} articles`}
          </p>
          <ArticleTable rows={found.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)} />
          {pages === 1 ? null : (
            <nav class="pager" aria-label="Pages">
              <button
                type="button"
                class="button"
                aria-disabled={page === 0}
                onClick={() => page > 0 && onFilters({ ...filters, page: page - 1 })}
              >
                Previous
              </button>
              <span>{`Page ${page + 1} of ${pages}`}</span>
              <button
                type="button"
                class="button"
                aria-disabled={page === pages - 1}
                onClick={() => page < pages - 1 && onFilters({ ...filters, page: page + 1 })}
              >
                Next
              </button>
            </nav>
          )}
        </>
      )}
    </main>
  );
}

const count = (number: number): string => number.toLocaleString('en-US');

const ALL = '';
/** What no outlet is called. */
const NONE = '\n';

function FilterRow({ rows, filters, onFilters }: FilterProps & { rows: readonly ArticleRow[] }) {
  const outlets = useMemo(() => outletsOf(rows), [rows]);
  const set = (change: Partial<Filters>) => onFilters({ ...filters, page: 0, ...change });
  const box = (key: 'onlyHidden' | 'onlyWithdrawn' | 'onlyFaulty', label: string) => (
    <label class="check">
      <input
        type="checkbox"
        checked={filters[key]}
        onChange={(event) => set({ [key]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );
  return (
    <search class="filters">
      <label class="input filter-words">
        <span class="input-label">File name or headline</span>
        <input
          class="field"
          type="search"
          value={filters.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </label>
      <label class="input">
        <span class="input-label">Outlet</span>
        <select
          class="field"
          value={filters.outlet === null ? NONE : (filters.outlet ?? ALL)}
          onChange={({ currentTarget: { value } }) =>
            set({ outlet: value === ALL ? undefined : value === NONE ? null : value })
          }
        >
          <option value={ALL}>All</option>
          <option value={NONE}>Not stated</option>
          {outlets.map((outlet) => (
            <option key={outlet} value={outlet}>
              {outlet}
            </option>
          ))}
        </select>
      </label>
      <label class="input">
        <span class="input-label">Date</span>
        <select
          class="field"
          value={filters.dateStatus ?? ALL}
          onChange={({ currentTarget: { value } }) =>
            set({ dateStatus: STATUSES.find((status) => status === value) })
          }
        >
          <option value={ALL}>All</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {status}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="checks">
        <legend class="hidden-words">Only those that are</legend>
        {box('onlyFaulty', 'With faults')}
        {box('onlyHidden', 'Under embargo')}
        {box('onlyWithdrawn', 'Withdrawn')}
      </fieldset>
      <button type="button" class="button" onClick={() => onFilters(emptyFilters)}>
        Show all
      </button>
    </search>
  );
}

const STATUSES = ['exact', 'inferred', 'unknown'] as const;

function ArticleTable({ rows }: { rows: readonly ArticleRow[] }) {
  if (rows.length === 0) return <p class="empty">No article fits.</p>;
  return (
    <table class="article-table">
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">Outlet</th>
          <th scope="col">Date</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.file} data-file={row.file}>
            <th scope="row">
              <a href={addressOf(row.file)}>{row.title ?? row.file}</a>
              {row.title === null ? null : <span class="row-file">{row.file}</span>}
            </th>
            <td>{row.outlet ?? <span class="not-stated">outlet not stated</span>}</td>
            <td>{row.date}</td>
            <td>
              {row.isHidden ? <span class="label label-hidden">hidden from the bot</span> : null}
              {row.isWithdrawn ? <span class="label label-withdrawn">withdrawn</span> : null}
              <FaultList faults={row.faults} of={row.file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many faults there are, and on request what `check` says of each. */
export function FaultList({
  faults,
  of,
  isSaid = false,
}: {
  faults: readonly SaidFault[];
  of: string;
  /** Whether what they are of is shown, too; it is read out in any case. */
  isSaid?: boolean;
}) {
  if (faults.length === 0) return null;
  const isBad = faults.some(({ severity }) => severity === 'error');
  return (
    <details class={isBad ? 'faults faults-bad' : 'faults'}>
      <summary>
        {countFaults(faults)}
        <span class={isSaid ? '' : 'hidden-words'}>{` in ${of}`}</span>
      </summary>
      <ul>
        {faults.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}
