const PREFIX = 'yimen.draft.';

/** Drafts hold personal data: they live in this tab only, for one account, and go with the sign-out. */
export function keepDraft(accountId: string, name: string, values: object): void {
  sessionStorage.setItem(keyOf(accountId, name), JSON.stringify(values));
}

export function takeDraft(accountId: string, name: string): object | undefined {
  const key = keyOf(accountId, name);
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return stored === null ? undefined : Object(JSON.parse(stored));
}

export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

function keyOf(accountId: string, name: string): string {
  return `${PREFIX}${accountId}.${name}`;
}
