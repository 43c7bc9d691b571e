import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { constant, fold, logic, not } from '../core/build.ts';
import type { FoldKind } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { bothHold, flagCore } from './check-operators.ts';
import { PLAIN } from './dimension.ts';
import { type Environment, within } from './environment.ts';
import { filterTable } from './tables.ts';
import {
  type EntitiesTerm,
  type EntityTerm,
  type ListTerm,
  type NumberTerm,
  type Term,
  termWords,
  type ValuesTerm,
} from './term.ts';
import { valueTerm } from './values.ts';

export function checkFilter(node: ExpressionOf<'filter'>, env: Environment): Term {
  const source = env.check(node.source, env);
  if (source.kind === 'table') return filterTable(source, node.condition, env);
  if (source.kind !== 'entities') throw ruleRefusal('WRONG_KIND', MEMBERS, termWords(source));
  const inner = within(env, { kind: 'bare', term: elementOf(source) });
  const holds = flagCore(env.check(node.condition, inner));
  return { ...source, condition: bothHold(source.condition, holds) };
}

const MEMBERS = { zh: '成员列表', en: 'a list of members' };

export function elementOf({ over, loop }: EntitiesTerm): EntityTerm {
  return { kind: 'entity', scope: over, of: loop };
}

/** `every` is: there is none for whom it does not hold. */
export function checkQuantified(node: ExpressionOf<'quantified'>, env: Environment): Term {
  const [binding, ...others] = node.bindings;
  if (!binding) return { kind: 'flag', core: flagCore(env.check(node.condition, env)) };
  const entities = entitiesTerm(env.check(binding.domain, env));
  if (binding.end || env.catalogue.entries.has(binding.name)) throw ruleRefusal('OUTSIDE', binding.name);
  const inner = within(env, { kind: 'named', name: binding.name, term: elementOf(entities) });
  const rest: Expression = others.length === 0 ? node.condition : { ...node, bindings: others };
  const holds = flagCore(inner.check(rest, inner));
  const body = node.quantifier === 'some' ? holds : not(holds);
  const some = fold('some', {
    over: entities.over,
    loop: entities.loop,
    condition: null,
    body: entities.condition ? logic('and', entities.condition, body) : body,
  });
  return { kind: 'flag', core: node.quantifier === 'some' ? some : not(some) };
}

function entitiesTerm(term: Term): EntitiesTerm {
  if (term.kind !== 'entities') throw ruleRefusal('WRONG_KIND', MEMBERS, termWords(term));
  return term;
}

export function checkList({ items }: ExpressionOf<'list'>, env: Environment): ListTerm {
  return { kind: 'list', items: items.map((item) => valueTerm(env.check(item, env))), table: null, options: [] };
}

export function countOf(term: Term): NumberTerm {
  const { over, loop, condition } = term.kind === 'values' ? term.entities : entitiesTerm(term);
  const core = fold('sum', { over, loop, condition, body: constant(1) });
  return { kind: 'number', core, divisor: null, scale: 0, dimension: PLAIN };
}

/** Of numbers (least and greatest of dates too) of the members. */
export function foldValues(kind: Exclude<FoldKind, 'some'>, { entities, body }: ValuesTerm): Term {
  const { over, loop, condition } = entities;
  if (body.kind === 'number' && body.divisor) throw ruleRefusal('DIVISION');
  const core = fold(kind, { over, loop, condition, body: body.core });
  if (body.kind === 'number') return { ...body, core };
  if (kind === 'sum' || body.kind === 'code' || body.kind === 'flag') {
    throw ruleRefusal('WRONG_KIND', { zh: '数', en: 'numbers' }, termWords(body));
  }
  return { ...body, core };
}
