import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '../support/temp-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const EXAMPLE = `import { openArchive, QuestionError, type Archive, type ReplyJson } from 'clipdesk';

const archive: Archive = await openArchive({ corpusDir: 'articles' });
const reply: ReplyJson = await archive.ask('panama', { limit: 1 });
for (const { text, file } of reply.citations ?? []) console.log(\`\${file}: \${text}\`);
await archive.ask('timeline').catch((error: unknown) => console.log(error instanceof QuestionError));
archive.close();
// @ts-expect-error: a question is text
export const wrong: Parameters<Archive['ask']> = [1];
`;

const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

const packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);

/** What a person gets who installs the package: made by npm, and its dependencies as they are here. */
it(
  'works in a project of its own, with types, and brings nothing that nobody needs',
  { timeout: 60_000 },
  () => {
    const { dir, at, write } = tempFolder({
      'articles/a.txt': 'Panama refused the plan.',
      'package.json': '{"type":"module"}',
      'example.mts': EXAMPLE,
    });
    const home = at('node_modules/clipdesk');
    mkdirSync(home, { recursive: true });
    // The build is there already; npm would make it anew.
    const [{ filename, files }] = packed.parse(
      JSON.parse(
        execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dir], {
          cwd: ROOT,
          encoding: 'utf8',
        }),
      ),
    );
    execFileSync('tar', ['-xf', at(filename), '-C', home, '--strip-components=1']);
    for (const name of Object.keys(dependencies)) {
      mkdirSync(path.dirname(path.join(home, 'node_modules', name)), { recursive: true });
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(home, 'node_modules', name));
    }

    const needless = /\.map$|\.tsx?$(?<!\.d\.ts)|test|\.built|tsbuildinfo|^src|^docs/;
    expect(files.filter(({ path: name }) => needless.test(name))).toEqual([]);
    for (const page of ['playground', 'keeper'])
      expect(existsSync(path.join(home, `dist/${page}/page/index.html`))).toBe(true);

    for (const module of ['nodenext', 'bundler']) {
      const options = {
        target: 'es2023',
        module: module === 'bundler' ? 'esnext' : module,
        moduleResolution: module,
        strict: true,
        types: [],
        lib: ['es2023', 'dom'],
        outDir: 'out',
      };
      write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['example.mts'] }));
      const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
      const { stdout } = spawnSync(process.execPath, [compiler], { cwd: dir, encoding: 'utf8' });
      expect(`${module}: ${stdout}`).toBe(`${module}: `);
    }
    const run = (...args: string[]): string =>
      execFileSync(process.execPath, args, { cwd: dir, encoding: 'utf8', env: {} });
    expect(run('out/example.mjs')).toContain('a.txt: Panama refused the plan.\ntrue\n');
    expect(run(path.join(home, 'dist/main.js'), 'ask', 'panama')).toContain('Republic of Panama');
    // What is for development is not there, and is not needed for anything else.
    const socket = [path.join(home, 'dist/main.js'), 'playground', '--socket'];
    const { stderr } = spawnSync(process.execPath, socket, {
      cwd: dir,
      encoding: 'utf8',
      env: { PORT: '0' },
    });
    expect(stderr).toBe('playground --socket needs the package ws: npm install ws\n');
  },
);
