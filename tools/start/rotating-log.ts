import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const LIMIT_BYTES = 20 * 1024 * 1024;
const KEPT = 5;

/**
 * A log file that never grows beyond its limit: older parts are numbered and the oldest is overwritten. On a full disk
 * lines are lost, never the service: that is said once, and again only when writing had worked in between.
 */
export function openRotatingLog(file: string, say: (line: string) => void): (chunk: Buffer) => void {
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let isLosing = false;

  function append(chunk: Buffer): void {
    if (size + chunk.length > LIMIT_BYTES) {
      rotate(file);
      size = 0;
    }
    appendFileSync(file, chunk, { mode: 0o600 });
    size += chunk.length;
  }

  return (chunk) => {
    try {
      append(chunk);
      isLosing = false;
    } catch (error) {
      if (!isLosing) say(lossSentence(file, error));
      isLosing = true;
    }
  };
}

function lossSentence(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `无法写入日志 ${file}，服务继续运行 / cannot write the log, the service goes on: ${reason}`;
}

function rotate(file: string): void {
  for (let number = KEPT - 1; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${number}`;
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`);
  }
}
