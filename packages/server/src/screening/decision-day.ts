import { type Determined, explainValue, findProgramme, type ProgrammeOutcome } from '@yimen/rules';

/**
 * The day taken as that of the decision, where the day from which something is paid is reckoned from it: nobody has
 * decided yet, and the rules reckon from the day they are asked. Null where it is not.
 */
export function decisionDay(determined: Determined, { programme, index }: ProgrammeOutcome): string | null {
  const { policy } = determined;
  const id = findProgramme(policy, programme)?.determination?.paidFrom;
  return id && mentionsToday(explainValue(determined, id, { index })) ? policy.on : null;
}

/** An explanation is data, and holds the way that was taken alone. */
function mentionsToday(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'figure' && 'id' in part && part.id === 'today') return true;
  return Object.values(part).some(mentionsToday);
}
