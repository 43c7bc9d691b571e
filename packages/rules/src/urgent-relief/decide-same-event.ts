import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { allow, type Decision, refuse } from '../decision.ts';
import { condition, fact, parameter } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveInteger } from '../policy/read-parameter.ts';
import { SAME_EVENT_LABELS as LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export interface AidEvent {
  /** Kind of incident, such as fire, accident, illness. */
  readonly kind: string;
  readonly occurredOn: PlainDate;
  /** Fingerprints of invoices and other papers that belong to the event. */
  readonly documents: readonly string[];
}

/** Aid already given to the household or one of its members. */
export interface EarlierAid extends AidEvent {
  readonly grantId: string;
  readonly paidFen: number;
  readonly paidOn: PlainDate;
}

export interface SameEventRequest extends AidEvent {
  readonly earlier: readonly EarlierAid[];
  /** Relapse, next stage of treatment…: what is new since the earlier aid. */
  readonly newFact?: string | undefined;
  /** True when an officer says that it is another event in spite of kind and date; papers still count. */
  readonly statedSeparate?: boolean | undefined;
}

export interface SameEventFigures {
  readonly followUp: boolean;
  readonly earlierGrantIds: readonly string[];
  readonly earlierPaidFen: number;
}

/** 国发〔2014〕47号: not twice for the same event without good reason; 2020意见 第15条: follow-up aid when something is new. */
export function decideSameEvent(
  request: SameEventRequest,
  policy: PolicyOn,
): Decision<SameEventFigures, 'POLICY_UNKNOWN' | 'SAME_EVENT' | 'EVIDENCE_REUSED' | 'REASON_NEEDED'> {
  const windowDays = resolveInteger(policy, 'urgentRelief.sameEventWindowDays');
  if (!windowDays.known) return refuseUnknown(windowDays);
  const same = request.earlier.filter((aid) => isSameEvent(request, aid, windowDays.value));
  const newFact = request.newFact?.trim() ?? '';
  const paidFen = same.reduce((sum, aid) => sum + aid.paidFen, 0);
  const paid = fact({
    id: 'earlierPaidFen',
    label: LABELS.earlierPaid,
    value: paidFen,
    unit: 'fen',
    provenance: 'register',
  });
  const explanation = condition(
    'urgentRelief.sameEvent',
    LABELS.mayAid,
    outcomeOf(same.length === 0 || newFact !== ''),
    [
      condition('urgentRelief.noEarlierAid', LABELS.noEarlier, outcomeOf(same.length === 0), [
        paid,
        parameter(windowDays),
      ]),
      ...(same.length === 0 ? [] : [condition('urgentRelief.newFact', LABELS.newFact, outcomeOf(newFact !== ''))]),
    ],
  );
  const latest = [...same].sort((a, b) => a.paidOn.localeCompare(b.paidOn)).at(-1);
  if (latest && newFact === '') {
    return refuse(
      codeOf(request, same),
      { grantId: latest.grantId, paidFen: latest.paidFen, paidOn: latest.paidOn, totalPaidFen: paidFen },
      explanation,
    );
  }
  const earlierGrantIds = same.map((aid) => aid.grantId);
  return allow({ followUp: same.length > 0, earlierGrantIds, earlierPaidFen: paidFen }, explanation);
}

function codeOf(request: SameEventRequest, same: readonly EarlierAid[]) {
  if (request.newFact !== undefined) return 'REASON_NEEDED';
  return same.some((aid) => sharesPaper(request, aid)) ? 'EVIDENCE_REUSED' : 'SAME_EVENT';
}

/** A shared paper proves it at any distance; otherwise the kind and the days between decide. */
function isSameEvent(request: SameEventRequest, aid: EarlierAid, windowDays: number): boolean {
  if (sharesPaper(request, aid)) return true;
  if (request.statedSeparate === true || aid.kind !== request.kind) return false;
  return Math.abs(daysBetween(aid.occurredOn, request.occurredOn)) <= windowDays;
}

function sharesPaper(request: AidEvent, aid: AidEvent): boolean {
  return aid.documents.some((document) => request.documents.includes(document));
}
