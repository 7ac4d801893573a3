const GREETING =
  /^(?:(?:hi|hello|hey|hola|good (?:morning|afternoon|evening)|buenos d[ií]as)(?: (?:there|all|bot|clipdesk|everyone))?[\s!.,:)]*)+$/iu;

/** An empty question and a greeting are answered with what can be asked: there is nothing in them to look for. */
export function isHelp(text: string): boolean {
  const said = text.trim();
  return /^(?:help|\?)?$/i.test(said) || GREETING.test(said);
}
