import type { Completion, CompletionItem } from './completion.js';

interface CompletionListProps {
  id: string;
  kind: Completion['kind'];
  items: CompletionItem[];
  chosen: number;
  onChoose: (item: CompletionItem) => void;
}

const names = { command: 'Commands', person: 'People', channel: 'Channels', emoji: 'Emoji' };

/** What could be completed; the focus stays in the composer, the arrows move the choice. */
export function CompletionList({ id, kind, items, chosen, onChoose }: CompletionListProps) {
  return (
    <div class="completion" data-testid="completion">
      <p class="completion-kind" aria-hidden="true">
        {names[kind]}
        <span>↑ ↓ to choose · Tab or Enter to take · Esc to close</span>
      </p>
      <ul id={id} role="listbox" aria-label={names[kind]}>
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            data-testid="completion-item"
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(item);
            }}
          >
            <span class="completion-label">{item.label}</span>
            <span class="completion-detail">{item.detail}</span>
          </li>
        ))}
      </ul>
      <p class="hidden-words" role="status">
        {items.length} {items.length === 1 ? 'suggestion' : 'suggestions'}: {items[chosen]?.label}
      </p>
    </div>
  );
}
