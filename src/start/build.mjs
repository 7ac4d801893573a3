// Builds what is older than its sources, and leaves alone what is not. Plain JavaScript, since it runs before anything
// is built, and on a server from which the compiler has been pruned.
//
//   node src/start/build.mjs [--clean] [code] [page] [desk]     all unless one is named; --clean begins with an empty dist/
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PARTS = {
  code: {
    sources: ['src', 'tsconfig.json', 'package.json'],
    product: 'dist/main.js',
    tool: 'node_modules/typescript/bin/tsc',
    args: ['--project', 'tsconfig.json'],
  },
  page: pagePart('playground'),
  desk: pagePart('keeper'),
};

const words = new Set(process.argv.slice(2));
if (words.has('--clean')) rmSync(inRoot('dist'), { recursive: true, force: true });
const named = Object.keys(PARTS).filter((part) => words.has(part));
for (const part of named.length > 0 ? named : Object.keys(PARTS)) build(part);

function build(part) {
  const { sources, product, tool, args } = PARTS[part];
  const stamp = inRoot(`dist/.built-${part}`);
  const built = existsSync(inRoot(product)) && existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const begun = new Date();
  if (newest(sources) < built) return;
  if (!existsSync(inRoot(tool))) {
    if (built === 0) {
      process.stderr.write(
        'Nothing is built yet, and the compiler is not installed. Run npm ci && npm run build once; npm prune --omit=dev may follow.\n',
      );
      process.exit(1);
    }
    process.stderr.write(
      'The sources are newer than what is built, and the compiler is not installed: what is built is started. npm ci && npm run build brings it up to date.\n',
    );
    return;
  }
  const { status } = spawnSync(process.execPath, [inRoot(tool), ...args], {
    cwd: ROOT,
    // What a command prints is for whoever reads its output, and what it reads is the command's own.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // What was changed while this ran is newer than the product.
  utimesSync(stamp, begun, begun);
}

/** A page that is shown in a browser. */
function pagePart(room) {
  const outDir = `dist/${room}/page`;
  return {
    sources: [`src/${room}`, 'src/page', 'package.json'],
    product: `${outDir}/index.html`,
    tool: 'node_modules/vite/bin/vite.js',
    args: [
      'build',
      `src/${room}/page`,
      '--outDir',
      inRoot(outDir),
      '--config',
      'src/page/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  };
}

function newest(sources) {
  let latest = 0;
  for (const source of sources) {
    const at = inRoot(source);
    const stats = statSync(at);
    const inside = stats.isDirectory()
      ? newest(readdirSync(at).map((name) => path.join(source, name)))
      : stats.mtimeMs;
    latest = Math.max(latest, inside);
  }
  return latest;
}

function inRoot(name) {
  return path.join(ROOT, name);
}
