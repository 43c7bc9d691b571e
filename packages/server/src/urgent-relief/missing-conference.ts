import type { Words } from '@yimen/contracts';
import { type ConferenceHeld, decideConference } from '@yimen/rules';

const FIRST: Words = {
  zh: '须先一事一议并登记会议记录',
  en: 'A case conference must be held and recorded first',
};
const ABOVE: Words = {
  zh: '超过一事一议同意的金额，请撤回后按同意的金额提出',
  en: 'Above what the case conference agreed; withdraw it and propose that amount',
};
const AGAINST: Words = {
  zh: '一事一议不同意救助，请不予救助或撤回',
  en: 'The case conference was against it; refuse or withdraw it',
};

/** What keeps a grant from being signed, in words: its conference is not on record yet, or agreed to less. */
export function missingConference(
  grant: { readonly amountFen: number; readonly conferenceNeeded: boolean },
  held: ConferenceHeld | undefined,
): Words | null {
  if (decideConference(grant, held).allowed) return null;
  if (!held) return FIRST;
  return held.agreedFen === 0 ? AGAINST : ABOVE;
}
