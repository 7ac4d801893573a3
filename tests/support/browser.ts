import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/** A running Chromium, or why there is none on this machine. */
export type OpenedBrowser = { readonly browser: Browser } | { readonly missing: string };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where people install a browser themselves, on machines that the package has no binary for. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/** The one at CHROMIUM_PATH, else the one that the package carries, else one that is installed. */
export async function openBrowser(): Promise<OpenedBrowser> {
  const { CHROMIUM_PATH: chosen } = process.env;
  try {
    if (chosen) return { browser: await launch(chosen) };
    if (process.platform === 'linux' && process.arch === 'x64')
      return { browser: await launchPackaged() };
    const installed = INSTALLED.find((file) => existsSync(file));
    if (installed) return { browser: await launch(installed) };
    return {
      missing: `no Chrome, Chromium or Edge found on ${process.platform} ${process.arch}; set CHROMIUM_PATH`,
    };
  } catch (error) {
    return { missing: `${chosen ?? 'the packaged Chromium'} does not start: ${reason(error)}` };
  }
}

function launch(executablePath: string, env: Record<string, string> = {}): Promise<Browser> {
  const own = Object.entries(process.env).filter((each): each is [string, string] => !!each[1]);
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...Object.fromEntries(own), ...env },
    timeout: 30_000,
  });
}

/** The package's binary; with the libraries that it carries too where the system has none of its own. */
async function launchPackaged(): Promise<Browser> {
  const folder = await unpackedFolder();
  const executable = path.join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: await unpackFonts() };
  try {
    return await launch(executable, fonts);
  } catch (error) {
    if (!/shared librar/.test(reason(error))) throw error;
    const libraries = path.join(await unpackTar('al2023'), 'lib');
    const others = process.env['LD_LIBRARY_PATH'];
    return launch(executable, {
      ...fonts,
      LD_LIBRARY_PATH: others ? `${libraries}:${others}` : libraries,
    });
  }
}

const { resolve } = createRequire(import.meta.url);
const PACKED = path.resolve(path.dirname(resolve('@sparticuz/chromium')), '../../bin');

/** A folder of this user's own with the unpacked binary (190 MB); kept from one run to the next. */
async function unpackedFolder(): Promise<string> {
  const packed = await stat(path.join(PACKED, 'chromium.br'));
  const folder = path.join(tmpdir(), `clipdesk-chromium-${packed.size}-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await stat(folder)).uid !== userInfo().uid)
    throw new Error(`${folder} belongs to somebody else`);
  const executable = path.join(folder, 'chromium');
  if (existsSync(executable)) return folder;
  const scratch = await mkdtemp(path.join(folder, 'unpacking-'));
  const unfinished = path.join(scratch, 'chromium');
  await unpack('chromium.br', unfinished);
  // In one step, so that two runs at once cannot find half a browser.
  await rename(unfinished, executable);
  await rm(scratch, { recursive: true });
  return folder;
}

async function unpackTar(name: 'al2023' | 'fonts'): Promise<string> {
  const folder = path.join(await unpackedFolder(), name);
  if (existsSync(folder)) return folder;
  const scratch = await mkdtemp(`${folder}-`);
  await unpack(`${name}.tar.br`, `${scratch}.tar`);
  await promisify(execFile)('tar', ['-xf', `${scratch}.tar`, '-C', scratch]);
  await rm(`${scratch}.tar`);
  await rename(scratch, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(scratch, { recursive: true });
  });
  return folder;
}

/** A machine without any font would show no letter. */
async function unpackFonts(): Promise<string> {
  const folder = await unpackTar('fonts');
  const file = path.join(folder, 'here.conf');
  const packed = await readFile(path.join(folder, 'fonts.conf'), 'utf8');
  await writeFile(file, packed.replace('/tmp/fonts-cache/', folder).replace('/tmp/fonts', folder));
  return file;
}

async function unpack(name: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(path.join(PACKED, name)),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(to, { mode: 0o700 }),
  );
}

/** One line; of a browser that ended at once, the line in which it says why. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = error.message.split('\n');
  const telling = lines.find((line) => /error while loading|No such file|ENOENT|denied/.test(line));
  return (telling ?? lines[0] ?? '').replace(/^.*(?:\[err\]|browserType\.launch:) /, '').trim();
}
