import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const LIMIT_BYTES = 20 * 1024 * 1024;
const KEPT = 5;

/** A log file that never grows beyond its limit: older parts are numbered and the oldest is overwritten. */
export function openRotatingLog(file: string): (chunk: Buffer) => void {
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (chunk) => {
    if (size + chunk.length > LIMIT_BYTES) {
      rotate(file);
      size = 0;
    }
    appendFileSync(file, chunk, { mode: 0o600 });
    size += chunk.length;
  };
}

function rotate(file: string): void {
  for (let number = KEPT - 1; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${number}`;
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`);
  }
}
