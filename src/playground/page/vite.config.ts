import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page into `dist/playground/page/`: one HTML file, one script, one style sheet. */
export default defineConfig({
  root: fromHere('.'),
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fromHere('../../../dist/playground/page'),
    emptyOutDir: false,
    target: 'es2023',
    // These know light-dark() and nesting, so the style sheet stays as it is written.
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    modulePreload: false,
    sourcemap: false,
  },
});
