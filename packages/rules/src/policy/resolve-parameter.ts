import type { PlainDate } from '../calendar/plain-date.ts';
import { figureInWords } from '../explanation/format-value.ts';
import type { Text } from '../text.ts';
import { getClause, type ResolvedClause } from './find-clause.ts';
import type { Pack, PackChain, PackLevel, ParameterDefinition, SourceClass } from './pack.ts';
import { lastDayOf } from './periods.ts';
import type { PolicyOn } from './policy-on.ts';
import type { Area, ParameterValue, Period, Unit } from './unit.ts';

/** A value in force, with everything needed to say where it came from. */
export interface Resolved<Value extends ParameterValue = ParameterValue> {
  readonly known: true;
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly per: Period | null;
  readonly value: Value;
  readonly fromPack: { readonly id: string; readonly name: Text; readonly level: PackLevel };
  readonly clause: ResolvedClause;
  readonly from: PlainDate;
  /** Last day in force as far as known today. */
  readonly to: PlainDate | null;
  readonly sourceClass: SourceClass;
  readonly note: Text | null;
}

export const UNKNOWN_REASONS = ['notDefined', 'noValueOnDate', 'areaNeeded', 'otherUnit'] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** No value: never replaced by a default. */
export interface Unknown {
  readonly known: false;
  readonly id: string;
  readonly label: Text | null;
  readonly on: PlainDate;
  readonly reason: UnknownReason;
}

/** The figure of the place on the day as people read it; null where nobody says. */
export function parameterInWords(policy: PolicyOn, id: string): Text | null {
  const found = resolveParameter(policy, id);
  return found.known ? figureInWords(found) : null;
}

/** The nearest value valid on the day wins; a null means repealed here, so the pack above is asked. */
export function resolveParameter(policy: PolicyOn, id: string, area: Area | null = null): Resolved | Unknown {
  const definition = findDefinition(policy.chain, id);
  if (!definition) return missingParameter(policy, id, null, 'notDefined');
  if (definition.byArea && !area) return missingParameter(policy, id, definition.label, 'areaNeeded');
  for (const pack of policy.chain) {
    const found = findValue(pack, id, policy.on, definition.byArea ? area : null);
    if (!found || found.dated.value === null) continue;
    const clause = getClause(policy.chain, pack.id, found.dated.clause);
    return {
      known: true,
      id,
      label: definition.label,
      unit: definition.unit,
      per: definition.per,
      value: found.dated.value,
      fromPack: { id: pack.id, name: pack.name, level: pack.level },
      clause,
      from: found.dated.from,
      to: found.to,
      sourceClass: found.dated.sourceClass ?? clause.instrument.sourceClass,
      note: found.dated.note,
    };
  }
  return missingParameter(policy, id, definition.label, 'noValueOnDate');
}

export function findDefinition(chain: PackChain, id: string): ParameterDefinition | undefined {
  for (const pack of chain) {
    const definition = pack.parameters.find((parameter) => parameter.id === id)?.definition;
    if (definition) return definition;
  }
  return undefined;
}

function findValue(pack: Pack, id: string, on: PlainDate, area: Area | null) {
  const values = pack.parameters.find((parameter) => parameter.id === id)?.values ?? [];
  const ofArea = values.filter((value) => value.area === area);
  for (const dated of ofArea) {
    const to = lastDayOf(dated, ofArea);
    if (dated.from <= on && (to === null || on <= to)) return { dated, to };
  }
  return undefined;
}

export function missingParameter(policy: PolicyOn, id: string, label: Text | null, reason: UnknownReason): Unknown {
  return { known: false, id, label, on: policy.on, reason };
}
