import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Line = z.object({ seq: z.int(), hash: z.string(), at: z.string(), key: z.string(), signature: z.string() });
export type AnchorLine = z.infer<typeof Line>;

/** Copies of the signed heads outside the database: whoever rewrites the tables must rewrite this file too. Ship it to another machine. */
export function anchorsFile(dataDir: string): string {
  return join(dataDir, 'anchors.log');
}

export function appendAnchor(dataDir: string, line: AnchorLine): void {
  const file = openSync(anchorsFile(dataDir), 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Undefined when the file is missing or damaged. A last line without its end was never acknowledged. */
export function readAnchors(dataDir: string): AnchorLine[] | undefined {
  const file = anchorsFile(dataDir);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const parsed = lines.map((line) => Line.safeParse(parseJson(line)));
  return parsed.every(({ success }) => success) ? parsed.flatMap(({ data }) => (data ? [data] : [])) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
