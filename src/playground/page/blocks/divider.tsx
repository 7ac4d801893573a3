/** A rule across the message. */
export function Divider() {
  return <hr class="divider" />;
}
