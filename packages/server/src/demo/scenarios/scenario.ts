import type { CASE_OUTCOMES, EventKind } from '@yimen/contracts';
import type { HouseholdShape } from '../households/shapes.ts';

/** How far the loader drives a case, in the order of its life. */
export const STAGES = [
  'reported',
  'accepted',
  'intake',
  'assessed',
  'proposed',
  'approved-village',
  'paid-village',
  'paid-township',
  'papers-due',
  'papers-late',
  'handed-up',
  'awaiting-conference',
  'district-approved',
  'batch-sent',
  'paid-district',
  'closed-aid',
  'closed-referred',
  'closed-reason',
] as const;
export type Stage = (typeof STAGES)[number];

export function hasReached(stage: Stage, wanted: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(wanted);
}

export const CHANNELS = [
  'village-assistant',
  'society-keeper',
  'window',
  'hotline',
  'public-page',
  'hospital',
  'school',
  'police',
  'traffic-police',
  'rescue-station',
  'charity',
  'department',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export interface Goods {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly valueYuan: number;
}

/** One case, one discussion (一事一议): the offices at the table and what they agreed. */
export interface ScenarioConference {
  readonly seats: readonly { readonly office: string; readonly post: string }[];
  readonly minutes: string;
}

/** A story to be told through the real use cases. `{name}` is the head of the household, `{child}` its first child. */
export interface Scenario {
  readonly key: string;
  readonly title: string;
  readonly event: EventKind;
  readonly place: readonly [township: string, village: string];
  readonly family: HouseholdShape;
  /** Age of the head and of the first child, where the story needs it. */
  readonly headAge?: number;
  readonly childAge?: number;
  readonly hukou?: 'other-township' | 'elsewhere';
  readonly channel: Channel;
  /** Office of the reporter where the channel alone does not say it. */
  readonly reporterOffice?: string;
  readonly anonymous?: true;
  readonly urgency: 'lifeThreatening' | 'urgent' | 'ordinary';
  readonly report: string;
  /** What the visit or the window found; from stage `intake` on. */
  readonly finding?: string;
  readonly yuan?: { readonly village?: number; readonly township?: number; readonly district?: number };
  readonly stage: Stage;
  readonly daysAgo: number;
  /** Hour of the report in Shanghai. */
  readonly hour: number;
  /** Goods given beside the money. */
  readonly inKind?: readonly Goods[];
  /** A level above pays before the one below is exhausted; opens the after-the-fact check. */
  readonly overrideReason?: string;
  /** One approval paid in so many parts. */
  readonly instalments?: number;
  /** Held before the district signs, where its amount asks for one. */
  readonly conference?: ScenarioConference;
  /** Another report of the same trouble; the window may merge them. */
  readonly duplicateOf?: string;
  /** Asks again with the same invoice for an event already aided; refused. */
  readonly repeatOf?: string;
  readonly evidenceNumber?: string;
  /** A new fact of an aided event (跟进救助). */
  readonly followUpOf?: { readonly key: string; readonly newFact: string };
  readonly referTo?: string;
  /** Why the case ends; for the stages that close. */
  readonly closing?: string;
  readonly closingOutcome?: CaseOutcome;
}
