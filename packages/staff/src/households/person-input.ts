import type { MemberFields, PersonFields } from '@yimen/contracts';

/** What the fields of a form hold: empty text, nothing at all, or a value. */
export type PersonValues = Pick<PersonFields, 'name' | 'sex' | 'residenceRegionCode'> & Partial<PersonFields>;
export type MemberValues = PersonValues & Pick<MemberFields, 'relation' | 'supportRelation'>;

export function personInput(values: PersonValues): PersonFields {
  return {
    name: values.name,
    sex: values.sex,
    birthDate: filled(values.birthDate),
    idNumber: filled(values.idNumber),
    phone: filled(values.phone),
    hukouRegionCode: filled(values.hukouRegionCode),
    residenceRegionCode: values.residenceRegionCode,
    address: filled(values.address),
  };
}

export function memberInput(values: MemberValues): MemberFields {
  return { ...personInput(values), relation: values.relation, supportRelation: values.supportRelation };
}

function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text.trim();
}
