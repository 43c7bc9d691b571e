import type { BodyOf, ReportDetail, takeIn } from '@yimen/contracts';
import { type AnswerValues, answersOf } from '../assessment/urgency-answers.ts';
import { type MemberValues, memberInput } from '../households/person-input.ts';

type Body = BodyOf<typeof takeIn>;
type Event = Body['event'];

/** What the search ended with. */
export type Chosen =
  | { readonly is: 'known'; readonly householdId: string; readonly name: string; readonly regionName: string }
  | { readonly is: 'known-elsewhere'; readonly idNumber: string; readonly officeName: string }
  /** On record, and in no household: one of their own. */
  | { readonly is: 'of-person'; readonly personId: string; readonly name: string; readonly regionName: string }
  | { readonly is: 'new' };

/** Named like the contract, so that field errors find their place. */
export interface IntakeValues {
  readonly chosen?: Chosen;
  readonly household?: { readonly regionCode?: string; readonly members?: readonly MemberValues[] };
  readonly event: Pick<Event, 'kind' | 'occurredOn' | 'placeRegionCode' | 'description'> & Partial<Event>;
  readonly need: string;
  readonly urgencyAnswers?: AnswerValues;
}

export function intakeBody(values: IntakeValues, reportId: string | null): Body {
  return {
    reportId,
    household: householdOf(values),
    event: {
      kind: values.event.kind,
      occurredOn: values.event.occurredOn,
      placeRegionCode: values.event.placeRegionCode,
      placeDetail: values.event.placeDetail?.trim() ? values.event.placeDetail : null,
      description: values.event.description,
    },
    need: values.need,
    urgencyAnswers: answersOf(values.urgencyAnswers),
  };
}

function householdOf({ chosen, household }: IntakeValues): Body['household'] {
  if (chosen?.is === 'known') return { is: 'known', householdId: chosen.householdId };
  if (chosen?.is === 'known-elsewhere') return { is: 'known-elsewhere', idNumber: chosen.idNumber };
  if (chosen?.is === 'of-person') return { is: 'of-person', personId: chosen.personId };
  const members = (household?.members ?? []).map(memberInput);
  return { is: 'new', searched: true, regionCode: household?.regionCode ?? '', members };
}

/** What the report says is not asked again. */
export function valuesOfReport(report: ReportDetail, today: string): Partial<IntakeValues> {
  return {
    event: {
      kind: report.eventKind,
      occurredOn: report.occurredOn ?? today,
      placeRegionCode: report.placeRegionCode,
      placeDetail: report.placeDetail,
      description: report.whatHappened,
    },
    household: { regionCode: report.placeRegionCode },
  };
}

/** A first member to write down: the head, with the name that was searched for. */
export function firstMember(
  typed: Partial<Record<'name' | 'idNumber' | 'phone', string | undefined>>,
  regionCode: string | undefined,
) {
  return {
    relation: 'head',
    supportRelation: 'none',
    sex: 'unknown',
    ...(typed.name ? { name: typed.name } : {}),
    ...(typed.idNumber ? { idNumber: typed.idNumber } : {}),
    ...(typed.phone ? { phone: typed.phone } : {}),
    ...(regionCode === undefined ? {} : { residenceRegionCode: regionCode }),
  };
}
