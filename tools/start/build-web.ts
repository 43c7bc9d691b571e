import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { StartFailure } from '../../packages/server/src/platform/runtime/index.ts';
import { ROOT } from '../lib/cache-directory.ts';
import { compressAssets } from './compress-assets.ts';

const SHARED = ['ui', 'contracts', 'rules'];
const LEFT_OUT = new Set(['node_modules', 'dist']);

/** Builds the web apps whose sources changed since their last build, side by side. */
export async function buildWeb(log: (line: string) => void): Promise<void> {
  await Promise.all(['staff', 'citizen'].map((app) => buildApp(app, log)));
}

async function buildApp(app: string, log: (line: string) => void): Promise<void> {
  const dist = join(ROOT, 'packages', app, 'dist');
  // Inside the build, so that whoever may read the pages also sees that they are up to date.
  const stampFile = join(dist, '.sources.sha256');
  const wanted = hashSources([app, ...SHARED]);
  if (existsSync(join(dist, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted)
    return;
  requireWritable(join(ROOT, 'packages', app));
  log(`正在构建网页 ${app} / building the web app ${app}`);
  const output = await runVite(app);
  if (output !== undefined) throw buildFailure(app, output);
  await compressAssets(join(dist, 'assets'));
  writeFileSync(stampFile, wanted);
}

/** The sources belong to somebody else: only the owner can build. */
function requireWritable(dir: string): void {
  try {
    accessSync(dir, constants.W_OK);
  } catch (error) {
    throw new StartFailure(
      {
        zh: `网页需要重新构建，但当前用户无权写入 ${dir}，请以目录所有者运行一次 npm start。`,
        en: `The pages must be built again but this user may not write to ${dir}: run npm start once as its owner.`,
      },
      error,
    );
  }
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
    child.once('close', (code) => resolve(code === 0 ? undefined : stripVTControlCharacters(output)));
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
  const lines = output.split('\n').filter((line) => /^\[[A-Z_]+\]|denied|ENOSPC|cannot/i.test(line));
  const reason = lines[0] ?? output.trim().split('\n').at(-1) ?? '';
  return new StartFailure(
    { zh: `网页 ${app} 构建失败：${reason.trim()}`, en: `Building the web app ${app} failed: ${reason.trim()}` },
    output,
  );
}
