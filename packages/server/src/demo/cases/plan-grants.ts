import type { Goods, Scenario, ScenarioConference } from '../scenarios/scenario.ts';

export const GRANT_LEVELS = ['village', 'township', 'county'] as const;
export type GrantLevel = (typeof GRANT_LEVELS)[number];

/** A grant the story asks for; the loader goes as far as the story's stage. */
export interface DemoGrant {
  readonly level: GrantLevel;
  readonly form: 'money' | 'kind';
  readonly amountFen: number;
  readonly items: readonly (Omit<Goods, 'valueYuan'> & { readonly valueFen: number })[];
  readonly method: 'cash' | 'bank' | 'kind';
  readonly purpose: string;
  readonly instalments: number;
  readonly overrideReason: string | null;
  readonly newFact: string | null;
  readonly evidenceNumber: string | null;
  /** The discussion that comes before the signatures, once it was held. */
  readonly conference: ScenarioConference | null;
}

export function planGrants(scenario: Scenario): DemoGrant[] {
  const { village, township, district } = scenario.yuan ?? {};
  return [
    ...money('village', village, scenario),
    ...money('township', township, scenario),
    ...goods(scenario),
    ...money('county', district, scenario),
  ];
}

/** Society and petty cash pay cash against a signature; county money goes through the bank. */
function money(level: GrantLevel, yuan: number | undefined, scenario: Scenario): DemoGrant[] {
  if (yuan === undefined) return [];
  return [
    {
      level,
      form: 'money',
      amountFen: yuan * 100,
      items: [],
      method: level === 'county' ? 'bank' : 'cash',
      purpose: PURPOSES[level],
      instalments: level === 'county' ? (scenario.instalments ?? 1) : 1,
      overrideReason: level === 'township' ? (scenario.overrideReason ?? null) : null,
      newFact: scenario.followUpOf?.newFact ?? null,
      evidenceNumber: scenario.evidenceNumber ?? null,
      conference: level === 'county' ? (scenario.conference ?? null) : null,
    },
  ];
}

const PURPOSES: Record<GrantLevel, string> = {
  village: '解决眼前吃饭、住宿和就医急用',
  township: '补足急难期间基本生活和医疗支出',
  county: '严重急难，保障治疗和家庭基本生活',
};

/** Goods come from the township's store and count towards its cap. */
function goods(scenario: Scenario): DemoGrant[] {
  const items = (scenario.inKind ?? []).map(({ valueYuan, ...item }) => ({ ...item, valueFen: valueYuan * 100 }));
  if (items.length === 0) return [];
  return [
    {
      level: 'township',
      form: 'kind',
      amountFen: items.reduce((sum, item) => sum + item.valueFen, 0),
      items,
      method: 'kind',
      purpose: '保暖和口粮',
      instalments: 1,
      overrideReason: null,
      newFact: null,
      evidenceNumber: null,
      conference: null,
    },
  ];
}
