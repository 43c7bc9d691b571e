import { getClause, type ResolvedClause } from './find-clause.ts';
import type { DepartmentDuty } from './pack.ts';
import type { PolicyOn } from './policy-on.ts';

export interface Department extends Omit<DepartmentDuty, 'clause'> {
  readonly clause: ResolvedClause;
  readonly fromPackId: string;
}

/** Who bears a duty here: the nearest pack that names somebody. Undefined when nobody is named. */
export function findDepartment(policy: PolicyOn, duty: string): Department | undefined {
  for (const pack of policy.chain) {
    const named = pack.departments.find((one) => one.duty === duty);
    if (named) return { ...named, clause: getClause(policy.chain, pack.id, named.clause), fromPackId: pack.id };
  }
  return undefined;
}
