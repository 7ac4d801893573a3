/** Slack's own id for the one who reminds and refuses; nobody mentions it or acts as it. */
export const slackbot = 'USLACKBOT';
