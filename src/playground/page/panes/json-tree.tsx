/** Any JSON, open to a certain depth, the rest folded. Shown as text, never as markup. */
export function JsonTree({ value, depth = 2 }: { value: unknown; depth?: number }) {
  return (
    <div class="json">
      <Node value={value} open={depth} />
    </div>
  );
}

function Node({ name, value, open }: { name?: string; value: unknown; open: number }) {
  const label = name === undefined ? null : <span class="json-key">{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="json-leaf">
        {label}
        <span class={`json-${value === null ? 'null' : typeof value}`}>
          {JSON.stringify(value)}
        </span>
      </div>
    );
  }
  const entries = Object.entries(value);
  const [first, last] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    return (
      <div class="json-leaf">
        {label}
        {first}
        {last}
      </div>
    );
  }
  return (
    <details class="json-branch" open={open > 0}>
      <summary>
        {label}
        <span class="json-size">
          {first}
          {entries.length}
          {last}
        </span>
      </summary>
      {entries.map(([key, each]) => (
        <Node key={key} name={key} value={each} open={open - 1} />
      ))}
    </details>
  );
}
