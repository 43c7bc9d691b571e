import { type Act, type MachineId, statesBefore } from '@yimen/rules';
import { type RefusalFacts, refused } from '../platform/refused.ts';

type Stateful = { readonly state: string };

/** Whether the state table knows the act from where the record stands. */
export function isPossible<M extends MachineId>(machine: M, act: Act<M>, { state }: Stateful): boolean {
  const from: readonly string[] = statesBefore(machine, act);
  return from.includes(state);
}

/** Refused with the present state where the state table does not know the act from there. */
export function requireTransition<M extends MachineId>(
  machine: M,
  act: Act<M>,
  record: Stateful,
  facts: RefusalFacts = {},
): void {
  if (!isPossible(machine, act, record)) throw refused('STATE_CONFLICT', { state: record.state, ...facts });
}
