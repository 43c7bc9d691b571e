/** What row-level security is told about the caller, once per transaction. */
export type AccessContext = {
  readonly scope: 'region' | 'office' | 'none' | 'system';
  readonly accountId?: string;
  readonly postId?: string;
  readonly officeId?: string;
  readonly regionFrom?: string;
  readonly regionTo?: string;
};

export const SYSTEM_CONTEXT: AccessContext = { scope: 'system' };
export const PUBLIC_CONTEXT: AccessContext = { scope: 'none' };

const SAFE_VALUE = /^[0-9A-Za-z-]*$/;

/**
 * One statement that sets the whole context for the current transaction (`set_config(…, true)` is safe behind a
 * transaction-mode pooler). Values are ids and region codes only; anything else stops here.
 */
export function contextStatement(context: AccessContext): string {
  const settings: [string, string][] = [
    ['yimen.scope', context.scope],
    ['yimen.account', context.accountId ?? ''],
    ['yimen.post', context.postId ?? ''],
    ['yimen.office', context.officeId ?? ''],
    ['yimen.region_from', context.regionFrom ?? ''],
    ['yimen.region_to', context.regionTo ?? ''],
  ];
  return `SELECT ${settings.map(([name, value]) => `set_config('${name}', '${safeValue(value)}', true)`).join(', ')}`;
}

function safeValue(value: string): string {
  if (!SAFE_VALUE.test(value)) throw new Error(`unsafe value in access context`);
  return value;
}
