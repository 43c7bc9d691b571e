import { useSyncExternalStore } from 'react';

/**
 * Watches one session: when the server was last called, and whether a call waits for a new sign-in.
 * `renewSession` opens the dialog over the page and answers once the person signed in or gave up.
 */
let lastCallAt = Date.now();
let waiting: ((signedIn: boolean) => void)[] = [];
let known = false;
const listeners = new Set<() => void>();
const savers = new Set<() => void>();

export function noteCall(): void {
  lastCallAt = Date.now();
}

export function getLastCallAt(): number {
  return lastCallAt;
}

/** Only a session that was seen alive can be renewed; before that the sign-in page is the answer. */
export function markSignedIn(signedIn: boolean): void {
  known = signedIn;
}

export function renewSession(): Promise<boolean> {
  if (!known) return Promise.resolve(false);
  for (const save of savers) save();
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

export function finishRenewal(signedIn: boolean): void {
  const calls = waiting;
  waiting = [];
  tell();
  for (const resume of calls) resume(signedIn);
}

export function useIsRenewing(): boolean {
  return useSyncExternalStore(subscribe, () => waiting.length > 0);
}

/** Forms register here to keep what was typed when the session ends. */
export function onSessionEnding(save: () => void): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
