import { allow, type Decision, refuse } from '../decision.ts';
import { condition, fact } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import {
  type Act,
  type FromState,
  type Machine,
  type MachineId,
  NONE,
  type State,
  type Transition,
  transitions,
} from './transitions.ts';

/** Acts the state allows; whether this person may do them is a question of permission. */
export function availableActs<M extends MachineId>(machine: M, state: FromState<M>): readonly Act<M>[] {
  const acts = Object.entries(machineOf(machine)).filter(([, transition]) => transition.from.includes(state));
  // The entries of a machine are its acts; Object.entries forgets that.
  return acts.map(([act]) => act as Act<M>);
}

/** States a machine can be in, in the order of the table; `none` is not one. */
export function statesOf<M extends MachineId>(machine: M): readonly State<M>[] {
  const states = Object.values(machineOf(machine)).map((transition) => transition.to);
  // Every `to` of the table is a state of the machine by definition of State.
  return [...new Set(states)] as State<M>[];
}

/** States an act is possible in: what a use case requires of the row it locked. */
export function statesBefore<M extends MachineId>(machine: M, act: Act<M>): readonly FromState<M>[] {
  const from = Object.hasOwn(machineOf(machine), act) ? machineOf(machine)[act]?.from : undefined;
  // Every `from` of the table is a state of the machine; a test walks them all.
  return (from ?? []) as readonly FromState<M>[];
}

/** The state an act leads into. */
export function stateAfter<M extends MachineId>(machine: M, act: Act<M>): State<M> {
  // Every act of a machine is a row of it, and its `to` a state by definition of State.
  return machineOf(machine)[act]?.to as State<M>;
}

/** States something still leads out of: a record in one of them is not finished. */
export function unfinishedStates<M extends MachineId>(machine: M): readonly State<M>[] {
  return statesOf(machine).filter((state) => !isFinal(machine, state));
}

export interface Step<M extends MachineId> {
  readonly act: Act<M>;
  readonly to: State<M>;
  readonly by: readonly string[];
  readonly holds: readonly string[];
}

/** The one gate for a change of state: the new state and what must hold, or refused with what would be possible. */
export function decideTransition<M extends MachineId>(
  machine: M,
  state: FromState<M>,
  act: Act<M>,
): Decision<Step<M>, 'STATE_CONFLICT'> {
  const transition: Transition | undefined = Object.hasOwn(machineOf(machine), act)
    ? machineOf(machine)[act]
    : undefined;
  const possible = transition?.from.includes(state) === true;
  const explanation = condition(`${machine}.${act}`, LABEL, outcomeOf(possible), [
    fact({ id: 'state', label: STATE_LABEL, value: state, unit: 'text', provenance: 'register' }),
  ]);
  if (!transition || !possible) {
    const acts = availableActs(machine, state).join(',');
    return refuse('STATE_CONFLICT', { machine, state, act, available: acts }, explanation);
  }
  // `to` comes from the row of this machine.
  const to = transition.to as State<M>;
  return allow({ act, to, by: transition.by, holds: transition.holds }, explanation);
}

/** True for states nothing leads out of. */
export function isFinal<M extends MachineId>(machine: M, state: State<M>): boolean {
  return state !== NONE && availableActs(machine, state).length === 0;
}

function machineOf(machine: MachineId): Machine {
  return transitions[machine];
}

const LABEL = { zh: '当前状态可以办理此事', en: 'the present state allows this act' };
const STATE_LABEL = { zh: '当前状态', en: 'present state' };
