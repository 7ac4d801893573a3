import { PlainText } from '../text/text-object.js';
import { isText, need, type Element } from './shape.js';
import { useSurface } from './surface.js';
import { UnknownElement } from './unknown-element.js';

/** A button; pressed, it tells the bot at once, past its confirm dialog where it has one. */
export function Button({ element, blockId }: { element: Element; blockId: string }) {
  const surface = useSurface();
  if (element.type !== 'button') return <UnknownElement element={element} />;
  const actionId = element.action_id;
  const working = surface.isWorking(blockId, actionId);
  const press = async () => {
    if (working) return;
    if (element.confirm && !(await surface.confirm(element.confirm))) return;
    await surface.press(blockId, actionId);
  };
  return (
    <button
      type="button"
      class={`button button-${element.style ?? 'plain'}`}
      data-testid="button"
      data-action-id={actionId}
      data-block-id={blockId}
      {...(working ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      onClick={() => void press()}
    >
      <PlainText text={need(element.text, isText)} />
    </button>
  );
}
