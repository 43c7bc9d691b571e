import { type Determined, findProgramme, type ProgrammeOutcome, readValue } from '@yimen/rules';

/** From and until when what is due is paid; null where nothing is due, nobody can say yet, or the rules name no day. */
export interface PaymentDays {
  readonly paidFrom: string | null;
  readonly paidUntil: string | null;
}

export function paymentDays(
  { policy, rules, values }: Determined,
  { programme, index, outcome }: ProgrammeOutcome,
): PaymentDays {
  const days = findProgramme(policy, programme)?.determination;
  const dayOf = (id: string | null | undefined) => {
    const day = id && outcome === 'yes' ? readValue(rules, values, id, index) : null;
    return typeof day === 'string' ? day : null;
  };
  return { paidFrom: dayOf(days?.paidFrom), paidUntil: dayOf(days?.paidUntil) };
}
