/** Characters of a title that go into a file's name. */
const LENGTH = 40;

/** "playground-night-ferry-to-run.txt": after its title, in letters that every file system takes, and not taken yet. */
export function fileNameFor(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .slice(0, 4 * LENGTH)
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .toLowerCase()
    .replace(/^-/, '')
    .slice(0, LENGTH)
    .replace(/-$/, '');
  const name = `playground-${plain === '' ? 'article' : plain}`;
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}.txt` : `${name}-${number}.txt`;
    if (!taken.has(file)) return file;
  }
}
