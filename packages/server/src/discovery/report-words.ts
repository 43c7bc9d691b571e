import type { ReportDetail, Words } from '@yimen/contracts';

type Outcome = NonNullable<ReportDetail['outcome']>;

/** How a report ended, as its reporter reads it: says nothing about the person that the reporter did not tell. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  aid: { zh: '已核实并给予救助', en: 'Verified; aid was given' },
  referral: { zh: '已核实并转交有关部门办理', en: 'Verified and passed to the department in charge' },
  'no-need': { zh: '已核实，本平台无须再采取措施', en: 'Verified; nothing more is needed from us' },
  'not-found': { zh: '已到现场了解，未找到所述的人或事', en: 'We looked; the person or event was not found' },
  withdrawn: { zh: '已联系本人，本人不愿接受救助', en: 'We asked; the person does not want help' },
  'outside-remit': { zh: '不属于本地救助职责，已说明去向', en: 'Outside the duties of this office' },
  merged: { zh: '与另一条报告是同一件事，已合并办理', en: 'The same event as another report; handled together' },
};

export type ReportStep = { readonly act: string; readonly words: Words; readonly isPublic: boolean };

export function receivedStep(windowName: string): ReportStep {
  return {
    act: 'report.received',
    isPublic: true,
    words: { zh: `已收到报告，由${windowName}处理`, en: `Received; handled by ${windowName}` },
  };
}
export const PAGED_STEP: ReportStep = {
  act: 'report.duty-paged',
  isPublic: true,
  words: { zh: '非办公时间，已通知值班人员', en: 'Out of hours: the duty officer has been called' },
};
export const NOBODY_ON_DUTY_STEP: ReportStep = {
  act: 'report.nobody-on-duty',
  isPublic: false,
  words: { zh: '非办公时间，值班表上无人值班', en: 'Out of hours, and nobody stands on the duty roster' },
};
export const ACCEPTED_STEP: ReportStep = {
  act: 'report.accepted',
  isPublic: true,
  words: { zh: '已受理，正在核实情况', en: 'Taken up; the facts are being checked' },
};
export const LINKED_STEP: ReportStep = {
  act: 'report.linked',
  isPublic: true,
  words: { zh: '已受理并立案办理', en: 'Taken up; a case has been opened' },
};
export const MERGED_STEP: ReportStep = { act: 'report.merged', isPublic: true, words: OUTCOME_WORDS.merged };

export function mergedInStep(receiptNo: string): ReportStep {
  return {
    act: 'report.merged-in',
    isPublic: false,
    words: { zh: `并入了报告 ${receiptNo}`, en: `Report ${receiptNo} was merged into this one` },
  };
}
export function endedStep(outcome: Outcome): ReportStep {
  const { zh, en } = OUTCOME_WORDS[outcome];
  return { act: 'report.closed', isPublic: true, words: { zh: `办结：${zh}`, en: `Closed: ${en}` } };
}

export const LIKENESSES = ['id-number', 'phone', 'name', 'event'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Why two reports may be one: offered to a person, who decides. */
export const LIKENESS_WORDS: Readonly<Record<Likeness, Words>> = {
  'id-number': { zh: '身份证号相同', en: 'Same ID number' },
  phone: { zh: '求助人电话相同', en: 'Same phone of the person in need' },
  name: { zh: '同村同名', en: 'Same name in the same village' },
  event: { zh: '同村同类事件', en: 'Same kind of event in the same village' },
};

export const OUTCOME_OF_CASE: Readonly<Record<string, Outcome>> = {
  aid: 'aid',
  referral: 'referral',
  'no-need': 'no-need',
  'not-found': 'not-found',
  withdrawn: 'withdrawn',
  // Neither a refusal nor a death is told to a bystander.
  'not-eligible': 'no-need',
  died: 'no-need',
};
