/**
 * What Slack accepts, one number a line. Lengths are UTF-16 code units counted after escaping
 * (`&` is five, see `escapedLength`); a number is the largest value that is still accepted.
 *
 * Sources: [types] comments in @slack/types 3.2 · [docs] docs.slack.dev, the page named ·
 * [spec] the limits collected by nicklambourne/slackblocks · [issue] what somebody measured.
 */
export const LIMITS = {
  /** [docs] reference/block-kit/blocks */
  blocksPerMessage: 50,
  /** [docs] reference/views: modals and Home tabs alike */
  blocksPerView: 100,
  /** [issue] slackapi/bolt-js 2509: `msg_blocks_too_long` begins near here; nothing is documented. */
  messageBlocksChars: 13_200,
  /** [issue] slackapi/bolt-js 2867: a message with 11,341 characters of text was refused. Aim below. */
  messageBlocksCharsSafe: 11_000,
  /** [docs] methods/chat.postMessage: longer `text` is cut off there; refused here so that it is seen. */
  messageText: 40_000,
  /** [docs] methods/chat.postMessage advises to stay below. */
  messageTextSafe: 4_000,

  /** [types] a plain_text or mrkdwn object, where nothing narrower is said */
  textObject: 3_000,
  /** [types] */
  sectionText: 3_000,
  /** [types] */
  sectionFields: 10,
  /** [types] */
  sectionFieldText: 2_000,
  /** [types] */
  headerText: 150,
  /** [types] */
  contextElements: 10,
  /** [types] */
  actionsElements: 25,

  /** [docs] reference/block-kit/blocks/data-table-block: rows with the header; before the summer of 2026 it was 101 */
  dataTableRows: 201,
  /** [docs] reference/block-kit/blocks/data-table-block */
  dataTableColumns: 20,
  /** [types] rows of one page of a table */
  dataTablePage: 100,

  /** [types] block_id, action_id and callback_id alike */
  blockId: 255,
  actionId: 255,
  callbackId: 255,

  /** [types] */
  buttonText: 75,
  /** [types] */
  buttonValue: 2_000,
  /** [types] */
  buttonUrl: 3_000,
  /** [types] */
  accessibilityLabel: 75,
  /** [types] */
  confirmTitle: 100,
  /** [types] */
  confirmText: 300,
  /** [types] both buttons of a confirmation */
  confirmButton: 30,
  /** [types] */
  optionText: 75,
  /** [spec] */
  optionValue: 150,
  /** [types] */
  optionDescription: 75,
  /** [types] */
  overflowOptions: 5,
  /** [types] checkboxes and radio buttons alike */
  choiceOptions: 10,
  /** [types] */
  placeholder: 150,
  /** [types] */
  inputLabel: 2_000,
  /** [types] */
  inputHint: 2_000,
  /** [types] the longest `min_length` and `max_length` of a plain_text_input */
  inputLength: 3_000,

  /** [types] title, submit and close of a modal */
  viewTitle: 24,
  viewButton: 24,
  /** [types] */
  privateMetadata: 3_000,
  /** [docs] methods/views.publish: `view_too_large`, bytes of the view as JSON */
  viewBytes: 250_000,

  /** [docs] interactivity/handling-user-interaction */
  responseUrlUses: 5,
  /** [docs] interactivity/handling-user-interaction: thirty minutes */
  responseUrlMs: 30 * 60_000,
  /** [docs] interactivity/handling-user-interaction: three seconds, once */
  triggerIdMs: 3_000,
  /** [docs] interactivity/handling-user-interaction, apis/events-api: three seconds to answer 200 */
  ackMs: 3_000,
  /** [docs] methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
} as const;

/**
 * Length as Slack counts it: a bare `&` is five characters, one that already starts an entity is
 * not escaped again; `<` and `>` count four where they are text (plain), one where they may be
 * markup (mrkdwn).
 */
export function escapedLength(text: string, kind: 'plain' | 'mrkdwn' = 'plain'): number {
  const ampersands = text.match(/&(?!(?:amp|lt|gt);)/g)?.length ?? 0;
  const brackets = kind === 'plain' ? (text.match(/[<>]/g)?.length ?? 0) : 0;
  return text.length + ampersands * 4 + brackets * 3;
}
