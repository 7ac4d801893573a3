import type { Element } from '../blocks/shape.js';
import { Button } from './button.js';
import { ChoiceList } from './choice-list.js';
import { FeedbackButtons } from './feedback-buttons.js';
import { IconButton } from './icon-button.js';
import { IdSelect } from './id-select.js';
import { ImageElement } from './image-element.js';
import { MultiIdSelect, MultiStaticSelect } from './multi-select.js';
import { Overflow } from './overflow.js';
import { Picker } from './picker.js';
import { StaticSelect } from './static-select.js';
import { TextField } from './text-field.js';
import type { FieldProps } from './use-field.js';

/** Any element, by its type; one that the page does not know is shown as its JSON. */
export function ElementView(props: FieldProps) {
  const { element, blockId } = props;
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <Button element={element} blockId={blockId} />;
    case 'icon_button':
      return <IconButton element={element} blockId={blockId} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow element={element} blockId={blockId} />;
    case 'image':
      return <ImageElement element={element} />;
    case 'static_select':
      return <StaticSelect {...props} />;
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <IdSelect {...props} />;
    case 'multi_static_select':
      return <MultiStaticSelect {...props} />;
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <MultiIdSelect {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return (
        <ChoiceList
          {...props}
          options={element.options ?? []}
          many={element.type === 'checkboxes'}
        />
      );
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextField {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Picker {...props} />;
    case 'external_select':
    case 'multi_external_select':
      return <p class="no-image">The options of this menu come from the bot; not shown here.</p>;
    default:
      return <UnknownElement element={element} />;
  }
}

function UnknownElement({ element }: { element: Element }) {
  return (
    <pre class="unknown" data-testid="unknown-element">
      {JSON.stringify(element, null, 2)}
    </pre>
  );
}
