/** A conversation: a channel, or a direct message with one person. Ids are Slack's. */
export interface Channel {
  readonly team: string;
  readonly channel: string;
}
