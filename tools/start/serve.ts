// The child process of `npm start`: runs the api or the worker until its parent says stop or is gone.
import { startApi, startWorker } from '../../packages/server/src/main.ts';
import type { FromServer, ToServer } from './server-process.ts';

type Running = { address?: string; stop: () => Promise<void> };

let running: Running | undefined;
let isStopping = false;

process.on('message', (message: ToServer) => {
  if (message.do === 'stop') void stop();
  else void start(message);
});
// Ctrl-C in the terminal reaches every process; the parent decides the order.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());

async function start({ role, options }: Extract<ToServer, { do: 'start' }>): Promise<void> {
  try {
    running = await (role === 'api' ? startApi(options) : startWorker(options));
    report({ is: 'ready', address: running.address ?? '' });
  } catch (error) {
    report({ is: 'failed', reason: error instanceof Error ? error.message : String(error) });
    console.error(error);
    process.exit(1);
  }
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  try {
    await running?.stop();
  } finally {
    process.exit(0);
  }
}

function report(message: FromServer): void {
  if (process.connected) process.send?.(message);
}
