import type { Text } from '../text.ts';
import { checkProgramme } from './check-programme.ts';
import { findClause } from './find-clause.ts';
import { aboutIt, noClause, noFlag, noLimit, STANDS_TWICE } from './issue-words.ts';
import type { Pack, PackChain, ProcedureStep, Vector } from './pack.ts';
import type { PackFile, PackIssue } from './pack-issue.ts';
import { findDefinition } from './resolve-parameter.ts';

/** References between the files of a pack: clauses, duties, procedures and limits must exist. */
export function checkPack(pack: Pack, chain: PackChain): readonly PackIssue[] {
  return [
    ...checkUnique(pack, 'programmes', pack.programmes),
    ...checkUnique(pack, 'procedures', pack.procedures),
    ...checkUnique(pack, 'questions', pack.questions),
    ...checkUnique(pack, 'vectors', pack.vectors),
    ...checkClauses(pack),
    ...checkDepartments(pack, chain),
    ...pack.programmes.flatMap((programme, index) => checkProgramme(programme, index, pack, chain)),
    ...pack.vectors.flatMap((vector, index) => checkVector(vector, index, pack, chain)),
    ...pack.procedures.flatMap((procedure, index) =>
      procedure.steps.flatMap((step, at) => checkStep(step, [index, 'steps', at], pack, chain)),
    ),
  ];
}

function checkUnique(pack: Pack, file: PackFile, list: readonly { readonly id: string }[]): readonly PackIssue[] {
  return list.flatMap((one, index) => {
    if (list.findIndex((other) => other.id === one.id) === index) return [];
    return [{ packId: pack.id, file, path: [index, 'id'], reason: aboutIt(one.id, STANDS_TWICE) }];
  });
}

function checkClauses(pack: Pack): readonly PackIssue[] {
  const doubled = [...doublesOf(pack.instruments), ...doublesOf(pack.clauses)];
  return doubled.map((id) => ({ packId: pack.id, file: 'clauses', path: [], reason: aboutIt(id, STANDS_TWICE) }));
}

function doublesOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.filter((one, index) => list.findIndex((other) => other.id === one.id) !== index).map((one) => one.id);
}

function checkDepartments(pack: Pack, chain: PackChain): readonly PackIssue[] {
  return pack.departments.flatMap((duty, index) => {
    const at = (key: string, reason: Text): PackIssue => ({
      packId: pack.id,
      file: 'pack',
      path: ['departments', index, key],
      reason,
    });
    if (pack.departments.findIndex((other) => other.duty === duty.duty) !== index) {
      return [at('duty', aboutIt(duty.duty, STANDS_TWICE))];
    }
    return findClause(chain, pack.id, duty.clause) ? [] : [at('clause', noClause(duty.clause))];
  });
}

/** A vector starts from one above it, so that there is no circle. */
function checkVector(vector: Vector, index: number, pack: Pack, chain: PackChain): readonly PackIssue[] {
  const at = (key: string, reason: Text): PackIssue => ({
    packId: pack.id,
    file: 'vectors',
    path: [index, key],
    reason: aboutIt(vector.id, reason),
  });
  const { like, clause } = vector;
  const isAbove = like === null || pack.vectors.slice(0, index).some(({ id }) => id === like);
  return [
    ...(isAbove ? [] : [at('like', noneAbove(like))]),
    ...(clause === null || findClause(chain, pack.id, clause) ? [] : [at('clause', noClause(clause))]),
  ];
}

function checkStep(
  step: ProcedureStep,
  path: readonly (string | number)[],
  pack: Pack,
  chain: PackChain,
): readonly PackIssue[] {
  const at = (key: string, reason: Text): PackIssue => ({
    packId: pack.id,
    file: 'procedures',
    path: [...path, key],
    reason: aboutIt(step.id, reason),
  });
  const issues: PackIssue[] = [];
  if (!findClause(chain, pack.id, step.clause)) issues.push(at('clause', noClause(step.clause)));
  if (step.limit && findDefinition(chain, step.limit.parameter)?.unit !== 'limit') {
    issues.push(at('limit', noLimit(step.limit.parameter)));
  }
  const skip = step.skippableWhen;
  if (skip?.kind === 'parameter' && findDefinition(chain, skip.id)?.unit !== 'flag') {
    issues.push(at('skippableWhen', noFlag(skip.id)));
  }
  return issues;
}

function noneAbove(id: string): Text {
  return { zh: `它的上面没有验算例 ${id}`, en: `there is no vector ${id} above it` };
}
