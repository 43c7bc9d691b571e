import type { reportInPublic } from '@yimen/contracts';
import type { CallInput } from '../platform/call.ts';
import type { ReportDraft } from './draft.ts';
import { plainPhone } from './find-gaps.ts';

export type ReportBody = CallInput<typeof reportInPublic>['body'];

const SHORTEST_STORY = 4;

/** The draft as it is sent; undefined while something is missing. `eventWords` are the words on the chosen card. */
export function writeReport(draft: ReportDraft, eventWords: string): ReportBody | undefined {
  if (draft.urgency === null || draft.eventKind === null || draft.place === null) return undefined;
  return {
    placeRegionCode: draft.place.code,
    placeDetail: orNull(draft.placeDetail),
    eventKind: draft.eventKind,
    occurredOn: null,
    whatHappened: tellWhatHappened(draft.story, eventWords),
    claimedUrgency: draft.urgency,
    subjectName: orNull(draft.subjectName),
    subjectPhone: orNull(plainPhone(draft.subjectPhone)),
    // Never asked of a passer-by: the window finds it out.
    subjectIdNumber: null,
    peopleCount: null,
    reporterKind: draft.reporterKind === '' ? 'other' : draft.reporterKind,
    photoIds: [...draft.photoIds],
    reporterName: orNull(draft.reporterName),
    reporterPhone: orNull(plainPhone(draft.reporterPhone)),
  };
}

/** Whoever cannot type has still told something: the words on the card. */
function tellWhatHappened(story: string, eventWords: string): string {
  const told = story.trim();
  if (told.length >= SHORTEST_STORY) return told;
  return told === '' ? eventWords : `${eventWords}：${told}`;
}

function orNull(typed: string): string | null {
  const told = typed.trim();
  return told === '' ? null : told;
}
