import type { Text } from '../../text.ts';
import type { Binding, Core, Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { type Dimension, dimensionWords, PLAIN } from './dimension.ts';

/** What a checked part of an expression is. */
export type Term =
  | NumberTerm
  | SimpleTerm
  | CodeTerm
  | EntitiesTerm
  | EntityTerm
  | ValuesTerm
  | TableTerm
  | NamesTerm
  | ListTerm;

/** core / divisor / 10^scale. Zero goes with every dimension. */
export interface NumberTerm {
  readonly kind: 'number';
  readonly core: Core;
  /** A division that is not yet rounded. */
  readonly divisor: Core | null;
  readonly scale: number;
  readonly dimension: Dimension | 'any';
}

/** `months` and `days` are durations. */
export interface SimpleTerm {
  readonly kind: 'flag' | 'date' | 'months' | 'days';
  readonly core: Core;
}

export interface CodeTerm {
  readonly kind: 'code';
  readonly core: Core;
  /** A literal has one: itself. */
  readonly options: readonly string[];
}

/** `members`, or those of them for whom the condition holds. */
export interface EntitiesTerm {
  readonly kind: 'entities';
  readonly over: Group;
  readonly loop: number;
  readonly condition: Core | null;
}

/** One member, or the household. */
export interface EntityTerm {
  readonly kind: 'entity';
  readonly scope: RuleScope;
  readonly of: Binding;
}

/** `members[…].x` */
export interface ValuesTerm {
  readonly kind: 'values';
  readonly entities: EntitiesTerm;
  readonly body: SimpleTerm | CodeTerm | NumberTerm;
}

/** A table, its rows that fit, or (isOne) the first of them. */
export interface TableTerm {
  readonly kind: 'table';
  readonly id: string;
  readonly condition: { readonly loop: number; readonly holds: Core } | null;
  readonly isOne: boolean;
}

/** `urgentRelief` of `urgentRelief.ladder`. */
export interface NamesTerm {
  readonly kind: 'names';
  readonly prefix: string;
}

/** A list of literals, or a list parameter. */
export interface ListTerm {
  readonly kind: 'list';
  readonly items: readonly ValueTerm[];
  readonly table: number | null;
  readonly options: readonly string[];
}

export type ValueTerm = NumberTerm | SimpleTerm | CodeTerm;

export function isValueTerm(term: Term): term is ValueTerm {
  return ['number', 'flag', 'date', 'months', 'days', 'code'].includes(term.kind);
}

const WORDS: Readonly<Record<Exclude<Term['kind'], 'number'>, Text>> = {
  flag: { zh: '是非', en: 'yes or no' },
  date: { zh: '日期', en: 'date' },
  months: { zh: '年月时长', en: 'duration in months' },
  days: { zh: '天数时长', en: 'duration in days' },
  code: { zh: '编码', en: 'code' },
  entities: { zh: '成员列表', en: 'list of members' },
  entity: { zh: '成员或家庭', en: 'member or household' },
  values: { zh: '一列值', en: 'list of values' },
  table: { zh: '表格', en: 'table' },
  names: { zh: '名称的一部分', en: 'part of a name' },
  list: { zh: '列表', en: 'list' },
};

/** For the words of a refusal. */
export function termWords(term: Term): Text {
  if (term.kind !== 'number') return WORDS[term.kind];
  return dimensionWords(term.dimension === 'any' ? PLAIN : term.dimension);
}
