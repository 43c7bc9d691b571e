import type { ProgrammeView } from '@yimen/contracts';
import {
  excludedBeside,
  findDepartment,
  findProgramme,
  findQuestion,
  findRuleDefinition,
  type PolicyOn,
  type Programme,
  packOfProgramme,
  parameterInWords,
  programmesOf,
  resolveFlag,
} from '@yimen/rules';
import { clauseView } from './clause-view.ts';

/** Every programme of the place: who, where, by when, with which papers. */
export function programmeViews(policy: PolicyOn): readonly ProgrammeView[] {
  return programmesOf(policy).map((programme) => programmeView(programme, policy));
}

function programmeView(programme: Programme, policy: PolicyOn): ProgrammeView {
  const { chain } = policy;
  const clauseOf = (id: string) => clauseView(chain, packOfProgramme(chain, programme)?.id ?? '', id);
  const { decider } = programme;
  return {
    id: programme.id,
    name: programme.name,
    category: programme.category,
    unit: programme.unit,
    department: findDepartment(policy, programme.leadDuty)?.name ?? null,
    applyAt: programme.applyAt,
    benefits: [...programme.benefits],
    determined: programme.determination !== null,
    documents: programme.documents.map(({ id, label, provider, when, clause }) => ({
      id,
      label,
      provider,
      when: when === null ? null : { id: when, label: labelOf(when, policy) },
      clause: clauseOf(clause),
    })),
    decider: decider && {
      department: findDepartment(policy, decider.duty)?.name ?? null,
      level: decider.level,
      delegated: decider.delegatedWhen !== null && isSet(policy, decider.delegatedWhen),
    },
    limits: programme.limits.map(({ id, label, parameter }) => ({
      id,
      label,
      limit: parameterInWords(policy, parameter),
    })),
    publicity: programme.publicity.map(({ id, label, parameter, shows }) => ({
      id,
      label,
      length: parameterInWords(policy, parameter),
      shows: [...shows],
    })),
    reviewEvery: programme.reviewEvery === null ? null : parameterInWords(policy, programme.reviewEvery),
    excludes: excludedBeside(chain, programme).map((id) => ({
      id,
      label: findProgramme(policy, id)?.name ?? { zh: id, en: id },
    })),
    clauses: programme.clauses.map(clauseOf),
  };
}

/** A fact or a rule. */
function labelOf(id: string, policy: PolicyOn): { zh: string; en: string } {
  return findQuestion(policy, id)?.label ?? findRuleDefinition(policy.chain, id)?.label ?? { zh: id, en: id };
}

function isSet(policy: PolicyOn, parameter: string): boolean {
  const found = resolveFlag(policy, parameter);
  return found.known && found.value;
}
