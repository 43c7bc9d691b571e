import type { Explanation, Missing } from '../../explanation/explanation.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import type { Area } from '../../policy/unit.ts';
import type { At, Household } from './at.ts';
import { figuresOf } from './policy-figures.ts';
import { noReasons } from './reasons.ts';
import { bareOf, entryOf } from './tell-entry.ts';
import type { TellingPlan } from './telling-plan.ts';
import { nothingTold } from './told.ts';
import { whoAt } from './who-at.ts';

/** Why facts and variables of a household are what they are. The values must have been determined. */
export interface Explainer {
  /** For one household; what was told of one variable is not told again of the next. */
  begin(household: Household, extent?: Extent): Telling;
}

/** Of the household, or of the member or event at `index`. */
export type Telling = (id: string, index?: number) => Explanation;

/** `brief` is what `explainBrief` puts in words: what decides, but not why that is so; of what is not known only what to ask. */
export type Extent = 'brief' | 'full';

/** Beyond so many variables one below the other the figures are told without their own. */
const DEEPEST = 24;

/** For every household of a place on a day. */
export function explainerFor(plan: TellingPlan, policy: PolicyOn, area: Area | null): Explainer {
  const { rules, labels, planOf, tellMissing } = plan;
  const { catalogue } = rules;
  const figures = figuresOf(policy, area, labels);

  function explained(id: string, index: number, at: At): Explanation {
    const entry = catalogue.entries.get(id);
    if (!entry) throw new Error(`There is no fact or variable ${id}.`);
    const who = entry.on === 'household' ? undefined : whoAt(entry.on, index);
    at.told.entry(entry, who);
    const one = planOf(entry);
    const bare = bareOf(one, who, at);
    const tree = at.deepest < DEEPEST && bare.outcome === 'unknown' ? bare : entryOf(one, who, at);
    const missing = tree.outcome === 'unknown' ? tellMissing(at, id, index) : undefined;
    if (!missing) return tree;
    const rows = findRowless(missing, at, (search) => entryOf(one, who, search));
    return { ...tree, missing: { ...missing, ...rows } };
  }

  /** Where nothing can be asked and no figure is missing, a table has no row for what is known. */
  function findRowless({ facts, parameters }: Missing, at: At, tell: (search: At) => void): Pick<Missing, 'rows'> {
    if (parameters.length > 0 || facts.some(({ isDecisive }) => isDecisive)) return {};
    const search: At = atBeginning(at, { deepest: DEEPEST, isSearch: true });
    tell(search);
    return search.rowless.length > 0 ? { rows: search.rowless } : {};
  }

  function atBeginning({ values, row, provenanceOf }: Household, way: Pick<At, 'deepest' | 'isSearch'>): At {
    return {
      values,
      row,
      self: values.household,
      ...(provenanceOf && { provenanceOf }),
      figures,
      own: undefined,
      told: nothingTold(catalogue, values),
      depth: 0,
      ...way,
      rowless: [],
      reasons: noReasons(),
    };
  }

  return {
    begin: (household, extent = 'full') => {
      const at = atBeginning(household, { deepest: extent === 'full' ? DEEPEST : 1, isSearch: false });
      return (id, index = 0) => explained(id, index, at);
    },
  };
}
