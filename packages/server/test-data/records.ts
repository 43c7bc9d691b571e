import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { DeterminationRecord, Pack } from '@yimen/rules';

/** What one version of the engine made of some households, and the packs it made it by, as an office has them kept. */
export interface KeptRecords {
  readonly packs: readonly Pack[];
  readonly records: readonly KeptRecord[];
}

export interface KeptRecord {
  /** Of the bytes of the whole record. */
  readonly sha256: string;
  readonly results: Omit<DeterminationRecord, 'explanations'>;
  /** Of one of them, to be shown: they are large. */
  readonly explanations?: DeterminationRecord['explanations'];
}

const DIRECTORY = fileURLToPath(new URL('records', import.meta.url));
const NAME = /^engine-(\d+)\.json\.br$/;

export function listEngineVersions(): readonly number[] {
  const versions = readdirSync(DIRECTORY).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  return versions.map(Number).toSorted((one, other) => one - other);
}

export function readRecords(engineVersion: number): KeptRecords {
  return JSON.parse(brotliDecompressSync(readFileSync(fileOf(engineVersion))).toString()); // written by writeRecords
}

export function writeRecords(engineVersion: number, kept: KeptRecords): void {
  writeFileSync(fileOf(engineVersion), brotliCompressSync(JSON.stringify(kept)));
}

function fileOf(engineVersion: number): string {
  return join(DIRECTORY, `engine-${engineVersion}.json.br`);
}
