import { Icon } from '../icons.js';
import type { Element } from '../blocks/shape.js';
import { useSurface } from '../blocks/surface.js';
import { useReader } from '../text/reader.js';

/** The small button at the foot of an agent's answer; hidden from people it is not meant for. */
export function IconButton({ element, blockId }: { element: Element; blockId: string }) {
  const surface = useSurface();
  const { me } = useReader();
  const actionId = element.action_id ?? '';
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(me)) return null;
  const press = async () => {
    if (element.confirm && !(await surface.confirm(element.confirm))) return;
    await surface.press(blockId, actionId);
  };
  return (
    <button
      type="button"
      class="icon-button"
      data-testid="button"
      data-action-id={actionId}
      data-block-id={blockId}
      aria-label={element.accessibility_label ?? element.text?.text}
      title={element.text?.text}
      onClick={() => void press()}
    >
      <Icon name={element.icon === 'trash' ? 'trash' : 'dot'} />
    </button>
  );
}
