import type { BodyOf, proposeGrant, UrgentReliefPanel } from '@yimen/contracts';

type Body = BodyOf<typeof proposeGrant>;
export type KindItem = Body['items'][number];
export type Stage = Body['stages'][number];

/** What the form holds; everything below `purpose` stands under "more". */
export interface GrantValues {
  readonly level: Body['level'];
  readonly amountFen: number;
  readonly payeePersonId: string;
  readonly method: Body['method'];
  readonly purpose: string;
  readonly evidenceNumber?: string;
  readonly newFact?: string;
  readonly overrideReason?: string;
  readonly items?: readonly KindItem[];
  readonly stages?: readonly Stage[];
}

export function grantBody(values: GrantValues): Body {
  const isKind = values.method === 'kind';
  const items = isKind ? [...(values.items ?? [])] : [];
  return {
    level: values.level,
    form: isKind ? 'kind' : 'money',
    method: values.method,
    amountFen: isKind ? worthOf(items) : values.amountFen,
    items,
    purpose: values.purpose,
    payeePersonId: values.payeePersonId,
    evidenceNumber: filled(values.evidenceNumber),
    followUp: wrap(values.newFact, (newFact) => ({ newFact })),
    emergencyOverride: wrap(values.overrideReason, (reason) => ({ reason })),
    stages: isKind ? [] : [...(values.stages ?? [])],
  };
}

/** Goods count with their value, line by line. */
export function worthOf(items: readonly Partial<KindItem>[]): number {
  return items.reduce((sum, item) => sum + (item?.valueFen ?? 0), 0);
}

/** The lowest step that is open, and the first payee: what is nearly always right stands there already. */
export function startValues(panel: UrgentReliefPanel, purpose: string): Partial<GrantValues> {
  const level = panel.ladder.steps.find((step) => step.open)?.level;
  const payee = panel.payees[0];
  return {
    method: level === 'county' && payee?.accountMasked != null ? 'bank' : 'cash',
    purpose,
    ...(level === undefined ? {} : { level }),
    ...(payee === undefined ? {} : { payeePersonId: payee.personId }),
  };
}

/** A level that could pay but stands above one with room: only an emergency override leads there. */
export function needsOverride(ladder: UrgentReliefPanel['ladder'], level: Body['level'] | undefined): boolean {
  const step = ladder.steps.find((one) => one.level === level);
  return step !== undefined && !step.open && step.roomFen !== 0 && ladder.requireExhaustion;
}

function filled(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}

function wrap<T>(text: string | undefined, make: (text: string) => T): T | null {
  const given = filled(text);
  return given === null ? null : make(given);
}
