import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../testing/outline.ts';
import {
  availableActs,
  decideTransition,
  isFinal,
  stateAfter,
  statesBefore,
  statesOf,
  unfinishedStates,
} from './available-acts.ts';
import { type Machine, type MachineId, NONE, transitions } from './transitions.ts';

// Object.keys loses the literal names of the table.
const MACHINES = Object.keys(transitions) as MachineId[];

const table: Readonly<Record<MachineId, Machine>> = transitions;

describe('every change of state stands in the table', () => {
  test.each(MACHINES)('%s: every state can be reached and every from-state exists', (machine) => {
    const states: readonly string[] = [NONE, ...statesOf(machine)];
    for (const transition of Object.values(table[machine])) {
      for (const from of transition.from) expect(states).toContain(from);
      expect(transition.from.length).toBeGreaterThan(0);
    }
    const reached = new Set<string>([NONE]);
    for (let round = 0; round < states.length; round += 1) {
      for (const { from, to } of Object.values(table[machine])) {
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test.each<[MachineId, string]>([
    ['report', 'merged'],
    ['report', 'closed'],
    ['referral', 'done'],
    ['grant', 'paid'],
    ['grant', 'refused'],
    ['grant', 'cancelled'],
    ['paper', 'fulfilled'],
    ['paper', 'waived'],
    ['paper', 'recovered'],
    ['payment', 'paid'],
    ['payment', 'replaced'],
    ['batch', 'reconciled'],
    ['task', 'done'],
  ])('%s ends in %s', (machine, state) => {
    expect(availableActs(machine, state as never)).toEqual([]);
    expect(isFinal(machine, state as never)).toBe(true);
  });

  test.each(MACHINES)('%s: the states before an act are those that offer it', (machine) => {
    for (const act of Object.keys(table[machine])) {
      for (const state of [NONE, ...statesOf(machine)]) {
        const before: readonly string[] = statesBefore(machine, act as never);
        const offered: readonly string[] = availableActs(machine, state as never);
        expect(before.includes(state)).toBe(offered.includes(act));
      }
    }
  });

  test.each(MACHINES)('%s: an act leads where its row says, and what is not finished leads on', (machine) => {
    for (const [act, { to }] of Object.entries(table[machine])) expect(stateAfter(machine, act as never)).toBe(to);
    const unfinished: readonly string[] = unfinishedStates(machine);
    for (const state of statesOf(machine))
      expect(unfinished.includes(state)).toBe(availableActs(machine, state as never).length > 0);
  });

  test.each<[MachineId, readonly string[]]>([
    ['grant', ['proposed', 'approved']],
    ['payment', ['ordered', 'approved', 'batched', 'sent', 'failed']],
    ['paper', ['due', 'in-recovery']],
    ['task', ['open']],
  ])('a %s keeps its case from closing while it is %s', (machine, states) => {
    expect([...unfinishedStates(machine)].sort()).toEqual([...states].sort());
  });

  test('a walk by any acts never leaves the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MACHINES), fc.array(fc.nat(), { maxLength: 30 }), (machine, picks) => {
        const acts = Object.keys(table[machine]);
        let state: string = NONE;
        for (const pick of picks) {
          const act = acts[pick % acts.length] ?? '';
          const row = Object.entries(table[machine]).find(([name]) => name === act)?.[1];
          const decision = decideTransition(machine, state as never, act as never);
          expect(decision.allowed).toBe(row?.from.includes(state));
          if (!decision.allowed) {
            expect(decision).toMatchObject({ code: 'STATE_CONFLICT', facts: { state, act } });
            continue;
          }
          state = decision.figures.to;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('illegal steps the office must never take', () => {
  test.each<[MachineId, string, string, string]>([
    ['grant', 'proposed', 'payLast', 'pay before approval'],
    ['grant', 'paid', 'cancel', 'cancel what was paid'],
    ['grant', 'paid', 'payLast', 'pay twice'],
    ['grant', 'refused', 'approve', 'approve what was refused'],
    ['grant', 'approved', 'approve', 'approve twice and take the cap twice'],
    ['paper', 'fulfilled', 'startRecovery', 'recover what is in order'],
    ['paper', 'waived', 'fulfil', 'fulfil what was waived'],
    ['payment', 'ordered', 'batch', 'batch without a check'],
    ['payment', 'ordered', 'handOut', 'hand out without a check'],
    ['payment', 'sent', 'send', 'send twice'],
    ['payment', 'sent', 'cancel', 'cancel what the bank has'],
    ['payment', 'paid', 'replace', 'pay again what was paid'],
    ['payment', 'replaced', 'replace', 'replace twice'],
    ['payment', 'batched', 'cancel', 'cancel inside a batch'],
    ['batch', 'drafted', 'export', 'export unchecked'],
    ['batch', 'exported', 'cancel', 'cancel what the bank has'],
    ['batch', 'exported', 'reconcile', 'reconcile without a return file'],
    ['case', 'closed', 'close', 'close twice'],
    ['report', 'merged', 'accept', 'accept what was merged'],
    ['referral', 'sent', 'finish', 'finish what nobody accepted'],
    ['task', 'done', 'finish', 'finish twice'],
  ])('%s %s: %s (%s)', (machine, state, act) => {
    expect(decideTransition(machine, state as never, act as never)).toMatchObject({
      allowed: false,
      code: 'STATE_CONFLICT',
    });
  });

  test.each(['toString', '__proto__', 'constructor'])('an act named %s is no act', (act) => {
    expect(decideTransition('grant', 'proposed', act as never)).toMatchObject({ allowed: false });
  });

  test('who signs is not who proposed, who checks is not who made', () => {
    expect(transitions.grant.approve.holds).toEqual(
      expect.arrayContaining(['not-proposer', 'not-surveyor', 'not-relative']),
    );
    expect(transitions.payment.approve.holds).toContain('not-maker');
    expect(transitions.batch.check.holds).toContain('not-maker');
    expect(transitions.paper.waive.holds).toContain('not-proposer');
    expect(transitions.pettyCashRequest.issue.holds).toContain('not-asker');
  });
});

test('a step says what must hold and who may do it; a refusal says what would be possible', () => {
  const allowed = decideTransition('grant', 'proposed', 'approve');
  const { by, holds, to } = transitions.grant.approve;
  expect(allowed).toMatchObject({ allowed: true, figures: { act: 'approve', to, by, holds } });
  expect(outlineOf(allowed.explanation)).toEqual(['grant.approve: yes', '  state: "proposed" text (register)']);
  const refused = decideTransition('grant', 'paid', 'approve');
  expect(refused).toMatchObject({ code: 'STATE_CONFLICT', facts: { machine: 'grant', available: '' } });
  expect(outlineOf(refused.explanation)[0]).toBe('grant.approve: no');
  const open = decideTransition('grant', 'proposed', 'pay' as never);
  expect(open).toMatchObject({ facts: { available: availableActs('grant', 'proposed').join(',') } });
  expect(availableActs('grant', 'proposed').length).toBeGreaterThan(1);
});

test('before anything was done there is no state, and it is not the end', () => {
  expect(isFinal('grant', NONE as never)).toBe(false);
  expect(statesBefore('grant', 'toString' as never)).toEqual([]);
});
