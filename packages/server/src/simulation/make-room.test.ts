import { expect, test } from 'vitest';
import type { RegisterInMemory } from './kept-registers.ts';
import { makeRoom } from './make-room.ts';

/** Only its size counts here. */
function holding(households: number, isBeingRead = false) {
  const register = { columns: { size: households } } as unknown as RegisterInMemory; // nothing else is looked at
  return { register, reading: isBeingRead ? Promise.resolve(register) : null };
}

test('registers used longest ago make room, never the one used last', () => {
  const entries = new Map([
    ['oldest', holding(500)],
    ['older', holding(300)],
    ['last', holding(900)],
  ]);
  makeRoom(entries, 1_200);
  expect([...entries.keys()]).toEqual(['older', 'last']);
  makeRoom(entries, 100);
  expect([...entries.keys()]).toEqual(['last']);
});

test('one that is being read anew is left alone', () => {
  const entries = new Map([
    ['oldest', holding(500, true)],
    ['older', holding(500)],
    ['last', holding(500)],
  ]);
  makeRoom(entries, 1_000);
  expect([...entries.keys()]).toEqual(['oldest', 'last']);
});
