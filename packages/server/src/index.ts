export { buildApi } from './api.ts';
export { type ApiOptions, type Running, startApi, startWorker, type WorkerOptions } from './main.ts';
export { openServices, type Services, type ServicesOptions } from './services.ts';
export { buildWorker, type Worker } from './worker.ts';
