import { afterEach, expect, test, vi } from 'vitest';
import { keepValue } from './kept-value.ts';

afterEach(() => vi.unstubAllGlobals());

function fakeStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
}

function isText(found: unknown): found is string {
  return typeof found === 'string';
}

test('what is kept for a visit never reaches the storage of the device', () => {
  const visit = fakeStorage();
  const device = fakeStorage();
  vi.stubGlobal('sessionStorage', visit);
  vi.stubGlobal('localStorage', device);
  const kept = keepValue('this-visit', 'draft', isText);
  kept.write('三岔村');
  expect(kept.read()).toBe('三岔村');
  expect([visit.items.size, device.items.size]).toEqual([1, 0]);
  kept.write(undefined);
  expect([kept.read(), visit.items.size]).toEqual([undefined, 0]);
});

test('what an older version left in another form is not read', () => {
  const visit = fakeStorage();
  vi.stubGlobal('sessionStorage', visit);
  visit.items.set('yimen.draft', '{"form":0}');
  expect(keepValue('this-visit', 'draft', isText).read()).toBeUndefined();
});

test('where the browser keeps nothing, it lasts as long as the page', () => {
  const closed = () => {
    throw new Error('storage is closed');
  };
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed });
  const kept = keepValue('this-device', 'draft', isText);
  kept.write('三岔村');
  expect(kept.read()).toBe('三岔村');
});
