import type { Element, FeedbackChoice } from '../blocks/shape.js';
import { useSurface } from '../blocks/surface.js';
import { Icon } from '../icons.js';

/** Thumbs up and down; the one that was pressed stays marked. */
export function FeedbackButtons(props: { element: Element; blockId: string }) {
  const { element, blockId } = props;
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const chosen = surface.valueOf(blockId, actionId);
  const choice = (of: FeedbackChoice | undefined, icon: 'thumb-up' | 'thumb-down') =>
    of && (
      <button
        type="button"
        class="icon-button"
        data-testid="button"
        data-action-id={actionId}
        data-block-id={blockId}
        data-value={of.value}
        aria-pressed={chosen === of.value}
        aria-label={of.accessibility_label ?? of.text.text}
        title={of.text.text}
        onClick={() => {
          surface.enter(blockId, actionId, of.value);
          void surface.press(blockId, actionId, of.value);
        }}
      >
        <Icon name={icon} />
      </button>
    );
  return (
    <span class="feedback">
      {choice(element.positive_button, 'thumb-up')}
      {choice(element.negative_button, 'thumb-down')}
    </span>
  );
}
