import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import type { Text } from '../../text.ts';
import { findValueProblem } from '../check-value.ts';
import { findClause } from '../find-clause.ts';
import type { PackChain } from '../pack.ts';
import { lastDayOf, type Period } from '../periods.ts';
import type { ChangeField, ChangeIssue } from './change-issue.ts';
import { expectedWords } from './expected-words.ts';
import { findNamedDefinition } from './named-options.ts';
import type { ChangeOf } from './policy-change.ts';

/** A finding without the number of its change. */
export interface Finding {
  readonly field: ChangeField;
  readonly words: Text;
  readonly path?: ChangeIssue['path'];
}

/** What is wrong with one new value, the chain already holding the release. */
export function checkValueChange(
  { packId, target, value }: ChangeOf<'parameterValue'>,
  chain: PackChain,
  effectiveOn: PlainDate,
): readonly Finding[] {
  const definition = findNamedDefinition(chain, target);
  if (!definition) return [{ field: 'target', words: UNKNOWN_PARAMETER }];
  if (definition.byArea !== (value.area !== null)) {
    return [{ field: 'area', words: definition.byArea ? AREA_NEEDED : NO_AREA }];
  }
  const values = chain[0]?.parameters.find(({ id }) => id === target)?.values ?? [];
  const siblings = values.filter(({ area }) => area === value.area);
  const findings = [...checkDays(value, siblings, effectiveOn), ...checkClause(value, siblings, { packId, chain })];
  const problem = value.value === null ? undefined : findValueProblem(value.value, definition);
  if (!problem) return findings;
  const column = definition.columns.find(({ id }) => id === problem.path.at(1));
  return [...findings, { field: 'value', words: expectedWords(column ?? definition), path: problem.path }];
}

/** A value or version among those of its pack: it may not begin before the release does, nor meet another. */
export function checkDays(dated: Period, siblings: readonly Period[], effectiveOn: PlainDate): readonly Finding[] {
  if (!isPlainDate(dated.from)) return [{ field: 'from', words: NO_DAY }];
  if (dated.to !== null && !isPlainDate(dated.to)) return [{ field: 'to', words: NO_DAY }];
  if (dated.to !== null && dated.to < dated.from) return [{ field: 'to', words: ENDS_BEFORE }];
  if (dated.from < effectiveOn) return [{ field: 'from', words: beforeRelease(effectiveOn) }];
  // The value itself is among them.
  const rivals = siblings.filter((other) => other.from !== dated.from && meets(dated, other, siblings));
  const twice = siblings.filter(({ from }) => from === dated.from).length > 1;
  return twice || rivals.length > 0 ? [{ field: 'from', words: TWO_ON_A_DAY }] : [];
}

function meets(one: Period, other: Period, siblings: readonly Period[]): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  const end = lastDayOf(first, siblings);
  return end !== null && end >= second.from;
}

export function checkClause(
  dated: Period & { readonly clause: string },
  siblings: readonly Period[],
  { packId, chain }: { readonly packId: string; readonly chain: PackChain },
): readonly Finding[] {
  const clause = findClause(chain, packId, dated.clause);
  if (!clause) return [{ field: 'clause', words: UNKNOWN_CLAUSE }];
  const { effectiveFrom, effectiveTo } = clause.instrument;
  if (dated.from < effectiveFrom) return [{ field: 'clause', words: beforeInstrument(effectiveFrom) }];
  const end = lastDayOf(dated, siblings);
  const outlives = effectiveTo !== null && (end === null || end > effectiveTo);
  return outlives ? [{ field: 'clause', words: afterInstrument(effectiveTo) }] : [];
}

const UNKNOWN_PARAMETER = { zh: '没有这项参数', en: 'there is no such parameter' };
const AREA_NEEDED = {
  zh: '这项标准分城镇和农村，请选择',
  en: 'this standard differs between town and village: choose one',
};
const NO_AREA = { zh: '这项参数不分城乡', en: 'this parameter does not differ between town and village' };
const NO_DAY = { zh: '日历上没有这一天', en: 'there is no such day in the calendar' };
const ENDS_BEFORE = { zh: '终止日不能早于起始日', en: 'the last day may not lie before the first' };
const TWO_ON_A_DAY = {
  zh: '与本政策包已有的有效期重叠：同一天只能有一个',
  en: 'meets another one of this pack: there may be only one on a day',
};
const UNKNOWN_CLAUSE = { zh: '没有这一条款，请先增加政策文件', en: 'there is no such clause: add its document first' };

function beforeRelease(day: PlainDate): Text {
  return { zh: `不能早于本次发布的生效日 ${day}`, en: `may not begin before the release takes effect on ${day}` };
}

function beforeInstrument(day: PlainDate): Text {
  return { zh: `所依据的文件自 ${day} 起施行`, en: `the document it rests on is in force from ${day}` };
}

function afterInstrument(day: PlainDate): Text {
  return {
    zh: `所依据的文件于 ${day} 失效，请填写终止日`,
    en: `the document it rests on ended on ${day}: state a last day`,
  };
}
