import type { Block } from '../../protocol.js';
import { ElementView } from '../elements/element-view.js';
import { PlainText } from '../text/plain-text.js';
import { isElement, isText, may, need } from './shape.js';
import { useSurface } from './surface.js';

/** A labelled element in a form, with its hint, and the bot's reason where it was refused. */
export function Input({ block }: { block: Block }) {
  const surface = useSurface();
  const blockId = block.block_id ?? '';
  const id = `${surface.key}-${blockId}`;
  const hint = may(block['hint'], isText);
  const error = surface.errors[blockId];
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div class={error ? 'input input-refused' : 'input'}>
      <span class="input-label" id={`${id}-label`}>
        <PlainText text={need(block['label'], isText)} />
        {block['optional'] === true ? <span class="input-optional"> (optional)</span> : null}
      </span>
      <ElementView
        element={need(block['element'], isElement)}
        blockId={blockId}
        dispatches={block['dispatch_action'] === true}
        labelledBy={`${id}-label`}
        {...(described === '' ? {} : { describedBy: described })}
      />
      {error ? (
        <p class="input-error" id={`${id}-error`} role="alert" data-testid="input-error">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p class="input-hint" id={`${id}-hint`}>
          <PlainText text={hint} />
        </p>
      ) : null}
    </div>
  );
}
