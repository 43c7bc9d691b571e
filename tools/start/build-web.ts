import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../../packages/server/src/platform/runtime/index.ts';
import { cacheDirectory, ROOT } from '../lib/cache-directory.ts';

const SHARED = ['ui', 'contracts', 'rules'];
const LEFT_OUT = new Set(['node_modules', 'dist']);

/** Builds the web apps whose sources changed since their last build, side by side. */
export async function buildWeb(log: (line: string) => void): Promise<void> {
  await Promise.all(['staff', 'citizen'].map((app) => buildApp(app, log)));
}

async function buildApp(app: string, log: (line: string) => void): Promise<void> {
  const stampFile = join(cacheDirectory('web'), `${app}.sha256`);
  const wanted = hashSources([app, ...SHARED]);
  const index = join(ROOT, 'packages', app, 'dist', 'index.html');
  if (existsSync(index) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  log(`正在构建网页 ${app} / building the web app ${app}`);
  const output = await runVite(app);
  if (output !== undefined) throw buildFailure(app, output);
  writeFileSync(stampFile, wanted);
}

/** Returns the output when the build failed. */
function runVite(app: string): Promise<string | undefined> {
  const args = ['build', '--logLevel', 'warn', '--emptyOutDir'];
  const child = spawn(join(ROOT, 'node_modules', '.bin', 'vite'), args, {
    cwd: join(ROOT, 'packages', app),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? undefined : output));
  });
}

function hashSources(packages: string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const name of packages) {
    for (const file of listFiles(join(ROOT, 'packages', name))) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (LEFT_OUT.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    const path = join(dir, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

function buildFailure(app: string, output: string): StartFailure {
  const reason = output.split('\n').find((line) => /error/i.test(line)) ?? output.trim().split('\n').at(-1) ?? '';
  return new StartFailure(
    { zh: `网页 ${app} 构建失败：${reason.trim()}`, en: `Building the web app ${app} failed: ${reason.trim()}` },
    output,
  );
}
