import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { launchBrowser } from './chromium.ts';
import { ROOT } from './lib/cache-directory.ts';
import { takePictures } from './screens/take-pictures.ts';

const HELP = `npm run screens -- [--url http://localhost:8080]
Takes the pictures of the README into docs/screens, of an installation of its own with demonstration data,
or of the one that runs at --url.`;
const READY_WITHIN_MS = 15 * 60_000;

const { values } = parseArgs({ options: { url: { type: 'string' }, help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const installation = values.url === undefined ? await startInstallation() : undefined;
const browser = await launchBrowser();
try {
  const folder = join(ROOT, 'docs', 'screens');
  mkdirSync(folder, { recursive: true });
  const address = values.url ?? installation?.address ?? '';
  for await (const picture of takePictures(browser, address, folder)) {
    console.log(`${picture.file} ${(picture.bytes / 1024).toFixed(0)} KB`);
  }
} finally {
  await browser.close();
  await installation?.stop();
}

async function startInstallation(): Promise<{ address: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-screens-'));
  const [port, metricsPort] = [await findFreePort(), await findFreePort()];
  const env = {
    ...process.env,
    YIMEN_PORT: String(port),
    YIMEN_METRICS_PORT: String(metricsPort),
    YIMEN_DATA_DIR: dataDir,
    YIMEN_PROFILE: 'demo',
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, [join(ROOT, 'tools', 'start.ts')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(child, address);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { address, stop };
}

async function waitUntilReady(child: ChildProcess, address: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && Date.now() < until) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(500);
  }
  throw new Error('the demonstration did not start');
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
