export { type BackupOptions, backUp } from './back-up.ts';
export type { Manifest } from './manifest.ts';
export { type RestoreOptions, restore } from './restore.ts';
