import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { DatedExpression, PackChain } from '../../policy/pack.ts';
import { lastDayOf } from '../../policy/periods.ts';
import type { RuleVersion } from '../model/rule-model.ts';

/** One rule through time: on each day the nearest pack that has a version in force speaks. */
export function versionsOf(id: string, chain: PackChain): readonly RuleVersion[] {
  const stated = chain.map((pack) => statedIn(pack.rules.find((rule) => rule.id === id)?.versions ?? [], pack.id));
  const days = [...new Set(stated.flat().flatMap(turningDays))].sort();
  const stretches = days.map((from) => ({ from, says: nearestOn(from, stated) }));
  const changes = stretches.filter(({ says }, index) => says !== stretches[index - 1]?.says);
  return changes.flatMap(({ from, says }, index) => {
    const next = changes[index + 1]?.from;
    if (!says || says.expression === null) return [];
    const { last: _, ...version } = says;
    return [{ ...version, from, to: next === undefined ? null : addDays(next, -1), expression: says.expression }];
  });
}

interface Stated extends Omit<DatedExpression, 'from' | 'to'> {
  readonly fromPack: string;
  readonly since: PlainDate;
  readonly last: PlainDate | null;
}

function statedIn(versions: readonly DatedExpression[], fromPack: string): readonly Stated[] {
  return versions.map((version) => {
    const { from, to: _, ...says } = version;
    return { ...says, fromPack, since: from, last: lastDayOf(version, versions) };
  });
}

function turningDays({ since, last }: Stated): readonly PlainDate[] {
  return last === null ? [since] : [since, addDays(last, 1)];
}

/** A version without an expression is repealed: the pack above speaks again. */
function nearestOn(on: PlainDate, stated: readonly (readonly Stated[])[]): Stated | undefined {
  for (const versions of stated) {
    const found = versions.find(({ since, last }) => since <= on && (last === null || on <= last));
    if (found && found.expression !== null) return found;
  }
  return undefined;
}
