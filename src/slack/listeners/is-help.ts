/** An empty question is answered with what can be asked. */
export function isHelp(text: string): boolean {
  return /^(?:help|\?)?$/i.test(text.trim());
}
