import { refused } from '../platform/refused.ts';

type Given = { readonly expectedVersion: number };
type Row = { readonly version: number };

/** 409 with both versions side by side: what the caller wants and what stands now. */
export function requireVersion(
  row: Row,
  { expectedVersion, ...wanted }: Given,
  shown: Readonly<Record<string, unknown>>,
): void {
  if (row.version === expectedVersion) return;
  throw refused('VERSION_CONFLICT', {
    yours: { version: expectedVersion, ...wanted },
    theirs: { version: row.version, ...shown },
  });
}
