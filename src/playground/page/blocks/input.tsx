import type { Block } from '../../protocol.js';
import { PlainText } from '../text/text-object.js';
import { Field } from './field.js';
import { isElement, isString, isText, may, need } from './shape.js';
import { useSurface } from './surface.js';

/** A labelled field in a form, with its hint, and the bot's reason where it was refused. */
export function Input({ block }: { block: Block }) {
  const surface = useSurface();
  const blockId = need(block.block_id, isString);
  const id = `${surface.key}-${blockId}`;
  const hint = may(block['hint'], isText);
  const error = surface.errors[blockId];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'input input-refused' : 'input'}>
      <span class="input-label" id={`${id}-label`}>
        <PlainText text={need(block['label'], isText)} />
        {block['optional'] === true ? <span class="input-optional"> (optional)</span> : null}
      </span>
      <Field
        element={need(block['element'], isElement)}
        blockId={blockId}
        dispatches={block['dispatch_action'] === true}
        labelledBy={`${id}-label`}
        describedBy={described || undefined}
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
