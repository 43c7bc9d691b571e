import type { CLAIMED_URGENCIES, EventKind, Region, ReporterKind } from '@yimen/contracts';
import { keepValue } from '../platform/kept-value.ts';

export type Urgency = (typeof CLAIMED_URGENCIES)[number];
export type Place = Pick<Region, 'code' | 'name' | 'fullName' | 'level'>;

/** What has been filled in so far. Texts are as typed; null is not chosen yet. */
export interface ReportDraft {
  readonly form: 1;
  readonly urgency: Urgency | null;
  readonly eventKind: EventKind | null;
  readonly story: string;
  readonly place: Place | null;
  readonly placeDetail: string;
  readonly subjectName: string;
  readonly subjectPhone: string;
  readonly reporterKind: ReporterKind | '';
  readonly reporterName: string;
  readonly reporterPhone: string;
  readonly photoIds: readonly string[];
}

export const EMPTY_DRAFT: ReportDraft = {
  form: 1,
  urgency: null,
  eventKind: null,
  story: '',
  place: null,
  placeDetail: '',
  subjectName: '',
  subjectPhone: '',
  reporterKind: '',
  reporterName: '',
  reporterPhone: '',
  photoIds: [],
};

/** Kept for this visit only: the next person at a shared phone must not read it. */
export const keptDraft = keepValue('this-visit', 'report-draft', isDraft);

function isDraft(found: unknown): found is ReportDraft {
  return typeof found === 'object' && found !== null && 'form' in found && found.form === EMPTY_DRAFT.form;
}

export function isEmpty(draft: ReportDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(EMPTY_DRAFT);
}
