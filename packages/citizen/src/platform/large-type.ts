import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'yimen.large-type';
const listeners = new Set<() => void>();

/** Call it before the first paint, so that the page does not grow under the reader's eyes. */
export function startLargeType(): void {
  show(readStored());
}

export function useLargeType(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => document.documentElement.hasAttribute('data-elder'));
  return [on, setLargeType];
}

function setLargeType(on: boolean): void {
  show(on);
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
  } catch {
    return; // lasts for this visit only
  }
}

function show(on: boolean): void {
  document.documentElement.toggleAttribute('data-elder', on);
}

function readStored(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'on';
  } catch {
    return false; // storage can be closed to us
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
