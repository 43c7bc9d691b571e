import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { cacheDirectory } from './lib/cache-directory.ts';

export type Chromium = { executablePath: string; env: Record<string, string> };

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A headless browser that also runs as root and on a machine without fonts or desktop libraries. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, env } = await ensureChromium();
  return chromium.launch({ ...options, executablePath, env, args: [...ARGS, ...(options.args ?? [])] });
}

/** The browser named by YIMEN_CHROMIUM, the one among the dependencies, Playwright's own, or the machine's. */
export async function ensureChromium(): Promise<Chromium> {
  const named = process.env['YIMEN_CHROMIUM'];
  const candidates = [named ? plain(named) : undefined, await unpackPackaged(), ...listOthers().map(plain)];
  const found = candidates.find((one) => one !== undefined && runs(one));
  if (found !== undefined) return found;
  throw new Error(noBrowser(process.arch));
}

/** The npm package holds a browser for Linux x64 only; its makers publish the one for arm64 outside npm. */
export function isBrowserPackagedFor(platform: string, arch: string): boolean {
  return platform === 'linux' && arch === 'x64';
}

export function noBrowser(arch: string): string {
  return [
    `没有可用的浏览器（${arch}），请安装 chromium，或运行 npx playwright-core install --with-deps chromium，或设置 YIMEN_CHROMIUM。`,
    `No browser runs here (${arch}): install chromium, run npx playwright-core install --with-deps chromium, or set YIMEN_CHROMIUM.`,
  ].join('\n');
}

/** Unpacks the npm package once, with the shared libraries that servers usually lack. */
async function unpackPackaged(): Promise<Chromium | undefined> {
  if (!isBrowserPackagedFor(process.platform, process.arch)) return undefined;
  const packageDir = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const cache = cacheDirectory('chromium');
  const dir = join(cache, version);
  if (!existsSync(dir)) await unpack(packageDir, cache, dir);
  const libraries = [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter((path) => path !== '');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(dir, 'fonts') };
  const env = { ...environment(), ...fonts, LD_LIBRARY_PATH: libraries.join(delimiter) };
  return { executablePath: join(dir, 'chromium'), env };
}

async function unpack(packageDir: string, cache: string, dir: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const draft = mkdtempSync(join(cache, 'draft-'));
  const before = process.env['TMPDIR'];
  // The package unpacks into the directory for temporary files, wherever that is.
  process.env['TMPDIR'] = draft;
  try {
    for (const part of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(join(packageDir, 'bin', part));
    if (!existsSync(dir)) renameSync(draft, dir);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(draft, { recursive: true, force: true });
  }
}

function listOthers(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const dirs = (process.env['PATH'] ?? '').split(delimiter);
  const installed = names.flatMap((name) => dirs.map((dir) => join(dir, name)));
  // Where `playwright-core install` puts one; it has builds for x64 and arm64.
  return [chromium.executablePath(), ...installed].filter((path) => existsSync(path));
}

function plain(executablePath: string): Chromium {
  return { executablePath, env: environment() };
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function runs({ executablePath, env }: Chromium): boolean {
  const { status } = spawnSync(executablePath, ['--version'], { env, stdio: 'ignore', timeout: 30_000 });
  return status === 0;
}
