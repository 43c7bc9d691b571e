import type { Explanation } from '../../explanation/explanation.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { ruleSetOf } from '../place/rule-set-of.ts';
import { areaIn, type Determined } from '../place/rulebook.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { Household } from './at.ts';
import { type Explainer, type Extent, explainerFor } from './explainer.ts';
import { type TellingPlan, tellingPlanOf } from './telling-plan.ts';

/** Why one programme comes out as it does, and how its amount is made. */
export interface ProgrammeExplanation {
  readonly programme: string;
  /** Of the member or event; 0 for the household. */
  readonly index: number;
  readonly eligible: Explanation;
  /** Null when there is none, or when nothing is due. */
  readonly amount: Explanation | null;
}

export interface Asked extends Pick<Household, 'provenanceOf'> {
  /** Left out: all of them. */
  readonly programme?: string;
  /** Left out: `full`. */
  readonly extent?: Extent;
}

/**
 * Of what a rulebook determined, when somebody asks: a batch never does. Of all programmes together what one has told
 * the next does not tell again (`toldInFull` puts it back); of one programme everything is told.
 */
export function explainProgrammes(determined: Determined, asked: Asked = {}): readonly ProgrammeExplanation[] {
  const { rules, outcomes } = determined;
  const tell = explainerOf(determined).begin(householdOf(determined, asked), asked.extent);
  return outcomes
    .filter(({ programme }) => asked.programme === undefined || asked.programme === programme)
    .flatMap(({ programme, index, outcome }) => {
      const of = rules.determinations.find((one) => one.programme === programme);
      if (!of) return [];
      const eligible = tell(of.eligible, index);
      const amount = of.amount === null || outcome === 'no' ? null : tell(of.amount, index);
      return [{ programme, index, eligible, amount }];
    });
}

/** Rules of a household as each is told by itself, for `explainBrief`: of whatever it asks, once. */
export function rulesInFull(determined: Determined): (rule: Explanation) => Explanation {
  const tell = explainerOf(determined).begin(householdOf(determined, {}), 'brief');
  const known = new Map<Explanation, Explanation>();
  return (rule) => {
    const found = known.get(rule) ?? tell(rule.id, rule.who?.index);
    known.set(rule, found);
    return found;
  };
}

/** Any fact or variable, of the household or of the member or event at `index`. */
export function explainValue(
  determined: Determined,
  id: string,
  { index = 0, ...asked }: Pick<Asked, 'provenanceOf'> & { readonly index?: number } = {},
): Explanation {
  return explainerOf(determined).begin(householdOf(determined, asked))(id, index);
}

function householdOf({ values, row }: Determined, { provenanceOf }: Asked): Household {
  return provenanceOf ? { values, row, provenanceOf } : { values, row };
}

/** Rules are of one place for a stretch of days, a row of one place and area on one day. */
const PLANS = new WeakMap<CheckedRules, TellingPlan>();
const READY = new WeakMap<PolicyRow, Explainer>();

function explainerOf({ rules, row, policy, facts }: Determined): Explainer {
  const found = READY.get(row);
  if (found) return found;
  const plan = PLANS.get(rules) ?? tellingPlanOf(rules, ruleSetOf(policy.chain), policy.chain);
  PLANS.set(rules, plan);
  const made = explainerFor(plan, policy, areaIn(facts));
  READY.set(row, made);
  return made;
}
