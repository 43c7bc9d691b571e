import type { Factor, Lever } from '@yimen/contracts';
import { type Area, findDefinition, type PolicyOn, resolveParameter } from '@yimen/rules';
import { Refused } from '../platform/refused.ts';
import type { Figures, Scenario, Scene } from './scenario.ts';

/** What can be moved: every sum of money the draft sets, and what is tried beside it. */
export function leversOf({ own, changes }: Scenario, factors: readonly Factor[]): readonly Lever[] {
  const drafted = changes.flatMap((change) =>
    change.kind === 'parameterValue' ? [{ parameter: change.target, area: change.value.area }] : [],
  );
  const wanted = [...drafted, ...factors.map(({ parameter, area }) => ({ parameter, area }))];
  const once = new Map(wanted.map((one) => [`${one.parameter} ${one.area ?? ''}`, one]));
  return [...once.values()].flatMap(({ parameter, area }) => leverOf(own, factors, parameter, area) ?? []);
}

function leverOf(
  own: Scenario['own'],
  factors: readonly Factor[],
  parameter: string,
  area: Area | null,
): Lever | undefined {
  const definition = findDefinition(own.after.chain, parameter);
  if (definition?.unit !== 'fen') return undefined;
  const before = fenOf(own.before, parameter, area);
  const factor = factors.find((one) => one.parameter === parameter && one.area === area);
  return {
    parameter,
    area,
    label: definition.label,
    per: definition.per,
    before,
    drafted: fenOf(own.after, parameter, area),
    tried: factor ? triedFen(factor, before) : null,
  };
}

function fenOf(policy: PolicyOn, parameter: string, area: Area | null): number | null {
  const found = resolveParameter(policy, parameter, area);
  return found.known && typeof found.value === 'number' ? found.value : null;
}

/** A part of what holds without the draft, to the whole fen; not known where nothing holds. */
function triedFen({ value, percent }: Factor, before: number | null): number | null {
  if (value !== undefined) return value;
  if (before === null || percent === undefined) return null;
  return Math.round((before * (10_000 + Math.round(percent * 100))) / 10_000);
}

/** The figures of the draft, with what is tried in their place. */
export function figuresWith(
  { before }: Pick<Scene, 'before'>,
  { area, figures }: Scene['rows'][number],
  factors: readonly Factor[],
): Figures {
  const tried = new Map(figures);
  for (const factor of factors) {
    // A figure that is the same for town and village counts in both.
    if (factor.area !== null && factor.area !== area) continue;
    tried.set(factor.parameter, triedFen(factor, fenOf(before.policy, factor.parameter, area)));
  }
  return tried;
}

/** Only sums of money can be tried, and only for an area where they differ by it. */
export function checkFactors({ own }: Scenario, factors: readonly Factor[]): void {
  for (const [index, { parameter, area }] of factors.entries()) {
    const definition = findDefinition(own.after.chain, parameter);
    const isMoney = definition?.unit === 'fen';
    if (isMoney && definition.byArea === (area !== null)) continue;
    const message = isMoney ? AREA_NEEDED : NOT_MONEY;
    throw new Refused('INVALID_INPUT', undefined, [{ path: `factors.${index}`, message }]);
  }
}

const NOT_MONEY = { zh: '只能试算金额标准', en: 'Only sums of money can be tried' };
const AREA_NEEDED = { zh: '请按该标准区分城镇和农村', en: 'Give town or village as this figure asks for' };
