import { RULE_SCOPES } from '@yimen/rules';
import { z } from 'zod';

/** Money in whole fen, dates as YYYY-MM-DD, codes as their id. A number that is not whole the rules refuse, in words of its unit. */
export const FactValue = z.union([z.string().max(80), z.number(), z.boolean(), z.null()]);

/** By id of the question of the place; what is left out or null is not yet known. */
const FactValues = z.record(z.string().max(80), FactValue);

/** What somebody tells of a household. The description names the questions of the national policy. */
export const HouseholdFacts = z
  .strictObject({
    household: FactValues.default({}),
    members: z.array(FactValues).min(1).max(30),
    events: z.array(FactValues).max(10).default([]),
  })
  .meta({ shape: 'HouseholdFacts' });
export type HouseholdFacts = z.infer<typeof HouseholdFacts>;

/** Whom a fact or a result is about: the household (index 0), or the member or event at a place in the list. */
export const FactPlace = z.object({ on: z.enum(RULE_SCOPES), index: z.int().min(0), id: z.string() });
