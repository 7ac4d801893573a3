import type { Element } from '../blocks/shape.js';
import { useSurface } from '../blocks/surface.js';
import { safeLink } from '../text/safe-link.js';
import { PlainText } from '../text/plain-text.js';

/** A button. With a `url` it also opens that address, as in Slack, and the bot hears of it all the same. */
export function Button({ element, blockId }: { element: Element; blockId: string }) {
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const working = surface.isWorking(blockId, actionId);
  const href = element.url === undefined ? null : safeLink(element.url);
  const press = async () => {
    if (working) return;
    if (element.confirm && !(await surface.confirm(element.confirm))) return;
    if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
    await surface.press(blockId, actionId);
  };
  return (
    <button
      type="button"
      class={`button button-${element.style ?? 'plain'}`}
      data-testid="button"
      data-action-id={actionId}
      data-block-id={blockId}
      {...(element.accessibility_label ? { 'aria-label': element.accessibility_label } : {})}
      {...(working ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      {...(href === null ? {} : { title: `Opens ${href}` })}
      onClick={() => void press()}
    >
      <PlainText text={element.text} />
    </button>
  );
}
