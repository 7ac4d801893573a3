import { defineConfig } from 'vite';

/**
 * Builds a page that a server on this machine shows: one HTML file, one script, one style sheet. Which page, and where it
 * goes, is said on the command line.
 */
export default defineConfig({
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    emptyOutDir: false,
    target: 'es2023',
    // These know light-dark() and nesting, so the style sheet stays as it is written.
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    modulePreload: false,
    sourcemap: false,
  },
});
