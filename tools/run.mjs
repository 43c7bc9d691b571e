// Every npm script comes through here: `node tools/run.mjs <command> [arguments]` runs tools/<command>.ts.
// Plain JavaScript without dependencies, because it must run on any Node >= 20 before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.cache', 'yimen', 'installed');
const [command = '', ...args] = process.argv.slice(2);

await main();

async function main() {
  const script = join(root, 'tools', `${command}.ts`);
  if (!/^[a-z][a-z0-9-]*$/.test(command) || !existsSync(script))
    fail(`未知命令：${command}`, `Unknown command: ${command}`);
  stopWithNpm();
  installWhenStale();
  const node = findNode();
  if (node === undefined) {
    fail(
      `需要 Node ${NEEDED_MAJOR} 或更高版本，当前是 ${process.version}。`,
      `Node ${NEEDED_MAJOR} or newer is needed; this is ${process.version}.`,
    );
  }
  // Compiled modules, types already stripped, are kept: a start loads hundreds of files in three processes.
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'yimen', 'compiled');
  if (node !== process.execPath) return reexecute(node, script);
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/** npm passes a signal to its shell, which dies without telling us: then the parent changes, and we stop too. */
function stopWithNpm() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || parent === 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  timer.unref();
}

/** Installs the locked dependencies when node_modules is missing or was made from another package-lock.json. */
function installWhenStale() {
  const lockFile = join(root, 'package-lock.json');
  const lock = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined;
  const wanted = digest(lock ?? readFileSync(join(root, 'package.json'), 'utf8'));
  if (readIfPresent(stampFile) === wanted) return;
  if (lock === undefined || !isInstalled(JSON.parse(lock))) install();
  try {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, wanted);
  } catch {
    // node_modules of another user: without a stamp the full comparison is made each time, which is still fast.
  }
}

/** Compares what npm says it installed with the lock file; packages of other platforms may be absent. */
function isInstalled(lock) {
  const installed = JSON.parse(readIfPresent(join(root, 'node_modules', '.package-lock.json')) ?? '{}').packages ?? {};
  return Object.entries(lock.packages).every(([path, locked]) => {
    if (!path.startsWith('node_modules/') || locked.link) return true;
    const found = installed[path];
    return found === undefined ? isForOtherPlatform(locked) : found.version === locked.version;
  });
}

function isForOtherPlatform({ optional, devOptional, peer, os, cpu, libc }) {
  const isWanted = (list, value) => list === undefined || [list].flat().includes(value);
  // Optional without a platform (WebAssembly fallbacks) comes and goes with its parent.
  if (os === undefined && cpu === undefined) return Boolean(optional || devOptional || peer);
  return (
    !isWanted(os, process.platform) ||
    !isWanted(cpu, process.arch) ||
    isWanted(libc, 'musl') !== isWanted(libc, 'glibc')
  );
}

/**
 * `npm install --no-save` keeps to the lock file like `npm ci`, but changes only what differs and does not refuse a lock
 * file from which a registry mirror left out packages for other platforms.
 */
function install() {
  console.log('正在安装依赖，首次约需一分钟… / Installing dependencies, about a minute the first time…');
  const started = Date.now();
  const npm = process.env.npm_execpath;
  // Development and optional packages are needed whatever NODE_ENV says: the web build, Node 24 and PostgreSQL.
  const flags = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const [program, ...rest] = npm?.endsWith('.js') ? [process.execPath, npm, ...flags] : ['npm', ...flags];
  const { status, error } = spawnSync(program, rest, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
  });
  if (status !== 0) {
    const reason = error ? `npm: ${error.message}` : 'npm install';
    fail(
      `依赖安装失败（${reason}），请检查网络和目录权限后重试。`,
      `Installing the dependencies failed (${reason}): check the network and the directory permissions.`,
    );
  }
  console.log(`依赖已安装，用时 ${Math.round((Date.now() - started) / 1000)} 秒 / Dependencies installed`);
}

/** This Node when new enough, else the one among the dependencies. */
function findNode() {
  if (major(process.version) >= NEEDED_MAJOR) return process.execPath;
  const packaged = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(packaged)) return undefined;
  // It may not run here (another libc), so ask it.
  const { status, stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  return status === 0 && major(stdout) >= NEEDED_MAJOR ? packaged : undefined;
}

function reexecute(node, script) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl-C reaches the child by itself (same terminal); signals sent to this process alone are passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`无法启动 ${node}：${error.message}`, `Cannot run ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

function major(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

function digest(text) {
  return createHash('sha256').update(`${process.platform} ${process.arch} ${text}`).digest('hex');
}

function readIfPresent(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fail(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}
