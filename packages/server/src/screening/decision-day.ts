import { type Determined, explainValue, findProgramme, type ProgrammeOutcome } from '@yimen/rules';

/**
 * The day taken as that of the decision, where what is due is paid from a day reckoned from it: nobody has decided
 * yet, and the rules reckon from the day they are asked. Null where no such day is named.
 */
export function decisionDay(determined: Determined, { programme, index, outcome }: ProgrammeOutcome): string | null {
  const { policy, rules } = determined;
  const id = findProgramme(policy, programme)?.determination?.paidFrom;
  if (!id || outcome !== 'yes') return null;
  const isOfHousehold = rules.catalogue.entries.get(id)?.on === 'household';
  const tree = explainValue(determined, id, { index: isOfHousehold ? 0 : index });
  return mentionsToday(tree) ? policy.on : null;
}

/** An explanation is data, and holds the way that was taken alone. */
function mentionsToday(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'figure' && 'id' in part && part.id === 'today') return true;
  return Object.values(part).some(mentionsToday);
}
