import type { ReportDraft } from './draft.ts';

export type GapField = 'urgency' | 'eventKind' | 'story' | 'place' | 'subjectPhone' | 'reporterPhone';
export interface Gap {
  readonly field: GapField;
  readonly message: 'urgencyMissing' | 'eventMissing' | 'storyMissing' | 'placeMissing' | 'phoneWrong';
}

/** What is still missing before the report can be sent, in the order of the page. */
export function findGaps(draft: ReportDraft): readonly Gap[] {
  const gaps: (Gap | false)[] = [
    draft.urgency === null && { field: 'urgency', message: 'urgencyMissing' },
    draft.eventKind === null && { field: 'eventKind', message: 'eventMissing' },
    draft.eventKind === 'other' && draft.story.trim() === '' && { field: 'story', message: 'storyMissing' },
    !isPrecise(draft) && { field: 'place', message: 'placeMissing' },
    !isPhone(draft.subjectPhone) && { field: 'subjectPhone', message: 'phoneWrong' },
    !isPhone(draft.reporterPhone) && { field: 'reporterPhone', message: 'phoneWrong' },
  ];
  return gaps.filter((gap) => gap !== false);
}

/** A window serves a township: its level is enough, the village is better. */
function isPrecise({ place }: ReportDraft): boolean {
  return place?.level === 'township' || place?.level === 'village';
}

function isPhone(typed: string): boolean {
  const phone = plainPhone(typed);
  return phone === '' || /^\+?\d{5,15}$/.test(phone);
}

/** Chinese keyboards type full-width digits; people write spaces and dashes. */
export function plainPhone(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s()-]/g, '');
}
