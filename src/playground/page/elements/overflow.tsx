import type { Element } from '../blocks/shape.js';
import { useSurface } from '../blocks/surface.js';
import { Icon } from '../icons.js';
import { Menu } from '../menu.js';
import { safeLink } from '../text/safe-link.js';

/** The menu behind three dots. */
export function Overflow({ element, blockId }: { element: Element; blockId: string }) {
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const choose = async (value: string, url: string | undefined) => {
    if (element.confirm && !(await surface.confirm(element.confirm))) return;
    const href = url === undefined ? null : safeLink(url);
    if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
    await surface.press(blockId, actionId, value);
  };
  return (
    <Menu
      label="More options"
      buttonClass="button button-plain button-square"
      face={<Icon name="more" />}
      data={{ 'data-testid': 'overflow', 'data-action-id': actionId, 'data-block-id': blockId }}
      items={(element.options ?? []).map((option) => ({
        key: option.value,
        label: option.text.text,
        detail: option.description?.text,
        choose: () => void choose(option.value, option.url),
      }))}
    />
  );
}
