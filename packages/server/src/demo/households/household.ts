import type { CIRCUMSTANCE_KINDS, PROVENANCES, Relation, SUPPORT_RELATIONS } from '@yimen/contracts';
import type { Sex } from '../people/invent-name.ts';

export interface DemoMember {
  /** `h0001.1`: household and place in it. */
  readonly key: string;
  readonly name: string;
  readonly sex: Sex;
  /** Null for a person not yet identified. */
  readonly birthDate: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly relation: Relation;
  readonly supportRelation: (typeof SUPPORT_RELATIONS)[number];
  readonly hukouRegionCode: string | null;
}

/** One fact with provenance, in the words of the register; amounts per month unless the text says otherwise. */
export interface DemoCircumstance {
  readonly kind: (typeof CIRCUMSTANCE_KINDS)[number];
  /** Null: of the whole household. */
  readonly memberKey: string | null;
  readonly text: string;
  readonly amountFen: number | null;
  readonly provenance: (typeof PROVENANCES)[number];
  readonly provenanceNote: string | null;
}

interface DemoPayee {
  readonly memberKey: string;
  readonly bankName: string;
  readonly accountNumber: string;
}

export interface DemoHousehold {
  readonly key: string;
  readonly regionCode: string;
  readonly address: string;
  readonly members: readonly DemoMember[];
  readonly circumstances: readonly DemoCircumstance[];
  readonly payee: DemoPayee | null;
}
