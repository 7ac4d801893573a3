import { boolean, byType, integer, list, object, oneOf, string } from './json-shape.js';
import { LIMITS } from './limits.js';

const style = object(
  {},
  { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean },
);

const text = object({ type: oneOf('text'), text: string() }, { style });
const link = object(
  { type: oneOf('link'), url: string(LIMITS.buttonUrl) },
  { text: string(), unsafe: boolean, style },
);

const inline = byType(() => ({
  text,
  link,
  user: object({ type: oneOf('user'), user_id: string() }, { style }),
  usergroup: object({ type: oneOf('usergroup'), usergroup_id: string() }, { style }),
  channel: object({ type: oneOf('channel'), channel_id: string() }, { style }),
  emoji: object({ type: oneOf('emoji'), name: string() }, { unicode: string(), style }),
  broadcast: object(
    { type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') },
    { style },
  ),
  date: object(
    { type: oneOf('date'), timestamp: integer(0, 1e11), format: string() },
    { url: string(LIMITS.buttonUrl), fallback: string(), style },
  ),
  color: object({ type: oneOf('color'), value: string() }, { style }),
  team: object({ type: oneOf('team'), team_id: string() }, { style }),
}));

const border = { border: oneOf(0, 1) };
const section = object({ type: oneOf('rich_text_section'), elements: list(inline, Infinity, 0) });

const part = byType(() => ({
  rich_text_section: section,
  rich_text_quote: object(
    { type: oneOf('rich_text_quote'), elements: list(inline, Infinity, 0) },
    border,
  ),
  rich_text_preformatted: object(
    {
      type: oneOf('rich_text_preformatted'),
      elements: list(
        byType(() => ({ text, link })),
        Infinity,
        0,
      ),
    },
    border,
  ),
  rich_text_list: object(
    {
      type: oneOf('rich_text_list'),
      style: oneOf('bullet', 'ordered'),
      elements: list(section),
    },
    { indent: integer(0, LIMITS.richTextListIndent), offset: integer(0, 10_000), ...border },
  ),
}));

/** A rich_text block. Its text is plain: no length of its own is documented, the message sum holds. */
export const richText = object(
  { type: oneOf('rich_text'), elements: list(part) },
  { block_id: string(LIMITS.blockId, { min: 0 }) },
);
