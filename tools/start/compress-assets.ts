import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SMALLEST_BYTES = 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Phones in the mountains: beside every script and style of a build stands its small form, which the server sends instead. */
export async function compressAssets(dir: string): Promise<void> {
  for (const name of readdirSync(dir).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const bytes = readFileSync(join(dir, name));
    if (bytes.length < SMALLEST_BYTES) continue;
    // Quality 9 is within a few per cent of 11 and ten times as quick.
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(dir, `${name}.br`), await brotli(bytes, options));
    writeFileSync(join(dir, `${name}.gz`), await zip(bytes, { level: 9 }));
  }
}
