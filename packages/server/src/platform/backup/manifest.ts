import { z } from 'zod';

/** What a backup holds, and how to tell that it is whole. */
export const Manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.int(), called: z.boolean() })),
  files: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
export type TableBackup = Manifest['tables'][number];

export const MANIFEST_FILE = 'manifest.json';

export function tableFile(table: string): string {
  return `tables/${table}.jsonl.gz`;
}
