import { nearestName } from '../determination/check/nearest-name.ts';
import type { Text } from '../text.ts';
import { findValueProblem } from './check-value.ts';
import { findClause } from './find-clause.ts';
import { aboutIt, alsoDefinedIn, beforeInstrument, definedNowhere, noClause, STANDS_TWICE } from './issue-words.ts';
import type { DatedValue, Pack, PackChain, Parameter, ParameterDefinition } from './pack.ts';
import type { PackIssue } from './pack-issue.ts';
import { findPeriodProblem, lastDayOf } from './periods.ts';

/** One definition per chain, values that fit it, one value per day and level, each with a clause that was in force. */
export function checkParameters(pack: Pack, chain: PackChain): readonly PackIssue[] {
  return pack.parameters.flatMap((parameter, index) => {
    const at = (path: readonly (string | number)[], reason: Text): PackIssue => ({
      packId: pack.id,
      file: 'parameters',
      path: [index, ...path],
      reason: aboutIt(parameter.id, reason),
    });
    if (pack.parameters.findIndex((one) => one.id === parameter.id) !== index) return [at(['id'], STANDS_TWICE)];
    const definers = chain.filter((one) => one.parameters.some((two) => two.id === parameter.id && two.definition));
    const definition = definers.map((one) => definitionIn(one, parameter.id)).at(0);
    if (!definition) return [at(['id'], definedNowhere(nearestName(parameter.id, definedIn(chain))))];
    if (definers.length > 1 && parameter.definition) return [at(['define'], alsoDefinedIn(definers.at(-1)?.id))];
    return checkValues(parameter, definition, { pack, chain, at });
  });
}

interface Context {
  readonly pack: Pack;
  readonly chain: PackChain;
  readonly at: (path: readonly (string | number)[], reason: Text) => PackIssue;
}

function definitionIn(pack: Pack, id: string): ParameterDefinition | null | undefined {
  return pack.parameters.find((parameter) => parameter.id === id)?.definition;
}

function definedIn(chain: PackChain): readonly string[] {
  return chain.flatMap(({ parameters }) => parameters.flatMap(({ id, definition }) => (definition ? id : [])));
}

function checkValues(parameter: Parameter, definition: ParameterDefinition, context: Context): readonly PackIssue[] {
  return parameter.values.flatMap((dated, index) => {
    const at = (path: readonly (string | number)[], reason: Text) => context.at(['values', index, ...path], reason);
    const sameArea = parameter.values.filter(({ area }) => area === dated.area);
    const period = findPeriodProblem(dated, sameArea);
    if (period !== undefined) return [at(['from'], period)];
    if (definition.byArea !== (dated.area !== null)) {
      return [at(['area'], definition.byArea ? NEEDS_AREA : NO_AREA)];
    }
    const clause = findClauseProblem(dated, parameter, context);
    if (clause !== undefined) return [at(['clause'], clause)];
    const problem = dated.value === null ? undefined : findValueProblem(dated.value, definition);
    return problem ? [at(['value', ...problem.path], problem.reason)] : [];
  });
}

function findClauseProblem(dated: DatedValue, parameter: Parameter, { pack, chain }: Context): Text | undefined {
  const clause = findClause(chain, pack.id, dated.clause);
  if (!clause) return noClause(dated.clause);
  const { effectiveFrom, effectiveTo } = clause.instrument;
  if (dated.from < effectiveFrom) return beforeInstrument(effectiveFrom);
  const end = lastDayOf(
    dated,
    parameter.values.filter((one) => one.area === dated.area),
  );
  if (effectiveTo !== null && (end === null || end > effectiveTo)) return outlives(effectiveTo);
  return undefined;
}

const NEEDS_AREA: Text = { zh: '分城镇和农村，须写 area', en: 'needs an area' };
const NO_AREA: Text = { zh: '不分城镇和农村，不写 area', en: 'takes no area' };

function outlives(day: string): Text {
  return { zh: `所依据的文件于 ${day} 失效，须写 to`, en: `outlives its instrument, which ended on ${day}` };
}
