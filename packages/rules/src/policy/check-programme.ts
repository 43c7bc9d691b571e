import { nearestName } from '../determination/check/nearest-name.ts';
import { findRuleDefinition } from '../determination/place/rule-set-of.ts';
import type { Text } from '../text.ts';
import { findClause } from './find-clause.ts';
import { programmesIn } from './find-programme.ts';
import { aboutIt, noClause, noFlag, noLimit } from './issue-words.ts';
import type { Pack, PackChain, Programme, RuleScope } from './pack.ts';
import type { PackIssue } from './pack-issue.ts';
import { findDefinition } from './resolve-parameter.ts';
import type { Unit } from './unit.ts';

/** Everything a programme names must exist: duties, procedure, clauses, time limits, other programmes, facts. */
export function checkProgramme(
  programme: Programme,
  index: number,
  pack: Pack,
  chain: PackChain,
): readonly PackIssue[] {
  return namesIn(programme).flatMap((named) => {
    const problem = findProblem(named, programme, { pack, chain });
    if (problem === undefined) return [];
    const reason = aboutIt(programme.id, problem);
    return [{ packId: pack.id, file: 'programmes' as const, path: [index, ...named.path], reason }];
  });
}

interface Named {
  readonly kind: 'rule' | 'duty' | 'procedure' | 'clause' | 'limit' | 'flag' | 'programme' | 'answer' | 'day';
  readonly id: string | null;
  readonly path: readonly (string | number)[];
}

function namesIn(programme: Programme): readonly Named[] {
  const { leadDuty, procedure, clauses, excludes, documents, decider, limits, publicity, reviewEvery } = programme;
  return [
    { kind: 'duty', id: leadDuty, path: ['leadDuty'] },
    { kind: 'rule', id: programme.determination?.eligible ?? null, path: ['determination', 'eligible'] },
    { kind: 'rule', id: programme.determination?.amount ?? null, path: ['determination', 'amount'] },
    { kind: 'day', id: programme.determination?.paidFrom ?? null, path: ['determination', 'paidFrom'] },
    { kind: 'day', id: programme.determination?.paidUntil ?? null, path: ['determination', 'paidUntil'] },
    { kind: 'procedure', id: procedure, path: ['procedure'] },
    ...clauses.map((id, at) => ({ kind: 'clause' as const, id, path: ['clauses', at] })),
    ...excludes.map((id, at) => ({ kind: 'programme' as const, id, path: ['excludes', at] })),
    ...documents.flatMap((document, at) => [
      { kind: 'clause' as const, id: document.clause, path: ['documents', at, 'clause'] },
      { kind: 'answer' as const, id: document.when, path: ['documents', at, 'when'] },
    ]),
    { kind: 'duty', id: decider?.duty ?? null, path: ['decider', 'duty'] },
    { kind: 'flag', id: decider?.delegatedWhen ?? null, path: ['decider', 'delegatedWhen'] },
    ...limits.map(({ parameter }, at) => ({
      kind: 'limit' as const,
      id: parameter,
      path: ['limits', at, 'parameter'],
    })),
    ...publicity.flatMap(({ parameter, clause }, at) => [
      { kind: 'limit' as const, id: parameter, path: ['publicity', at, 'parameter'] },
      { kind: 'clause' as const, id: clause, path: ['publicity', at, 'clause'] },
    ]),
    { kind: 'limit', id: reviewEvery, path: ['reviewEvery'] },
  ];
}

function findProblem(
  { kind, id }: Named,
  { unit }: Programme,
  { pack, chain }: { readonly pack: Pack; readonly chain: PackChain },
): Text | undefined {
  if (id === null) return undefined;
  switch (kind) {
    case 'rule':
      return findRuleDefinition(chain, id) ? undefined : noRule(id, chain);
    case 'duty':
      return chain.some(({ departments }) => departments.some(({ duty }) => duty === id))
        ? undefined
        : { zh: `没有部门承担职责 ${id}`, en: `nobody bears the duty ${id}` };
    case 'procedure':
      return chain.some(({ procedures }) => procedures.some((one) => one.id === id))
        ? undefined
        : { zh: `没有程序 ${id}`, en: `there is no procedure ${id}` };
    case 'clause':
      return findClause(chain, pack.id, id) ? undefined : noClause(id);
    case 'limit':
      return isOfUnit(id, 'limit', chain) ? undefined : noLimit(id);
    case 'flag':
      return isOfUnit(id, 'flag', chain) ? undefined : noFlag(id);
    case 'programme':
      return programmesIn(chain).some((one) => one.id === id)
        ? undefined
        : { zh: `没有项目 ${id}`, en: `there is no programme ${id}` };
    case 'answer':
      return isAnswer(id, chain)
        ? undefined
        : { zh: `${id} 不是“是或否”的事实或规则`, en: `${id} is no fact or rule that is yes or no` };
    case 'day':
      return isDay(id, unit, chain)
        ? undefined
        : {
            zh: `${id} 不是同一对象或家庭的日期规则`,
            en: `${id} is no rule for a day of the same or of the household`,
          };
  }
}

function noRule(id: string, chain: PackChain): Text {
  const near = nearestName(
    id,
    chain.flatMap(({ rules }) => rules.map((rule) => rule.id)),
  );
  return {
    zh: `没有规则 ${id}${near ? `，是不是 ${near}？` : ''}`,
    en: `there is no rule ${id}${near ? `, is it ${near}?` : ''}`,
  };
}

function isOfUnit(parameter: string, unit: Unit, chain: PackChain): boolean {
  return findDefinition(chain, parameter)?.unit === unit;
}

function isAnswer(id: string, chain: PackChain): boolean {
  return chain.some(
    ({ questions, rules }) =>
      questions.some((question) => question.id === id && question.unit === 'flag') ||
      rules.some((rule) => rule.id === id && rule.definition?.unit === 'flag'),
  );
}

function isDay(id: string, on: RuleScope, chain: PackChain): boolean {
  const definition = findRuleDefinition(chain, id);
  return definition?.unit === 'date' && (definition.on === on || definition.on === 'household');
}
