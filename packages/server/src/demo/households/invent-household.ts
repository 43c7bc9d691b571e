import { addDays } from '@yimen/rules';
import type { NumberMaker } from '../people/invent-numbers.ts';
import type { Random } from '../random.ts';
import { inventCircumstances } from './circumstances.ts';
import type { DemoHousehold, DemoMember } from './household.ts';
import { nameMembers } from './name-members.ts';
import { type Seat, type ShapeWish, seatHousehold } from './shapes.ts';

/** Ages are told on this day, so that the register is the same whenever the demonstration is set up. */
const REGISTER_DATE = '2026-06-30';

export interface HouseholdWish extends ShapeWish {
  readonly key: string;
  readonly village: { readonly code: string; readonly name: string; readonly townshipName: string };
  readonly hukouRegionCode: string;
  /** True for the families of the stories, who can be paid by bank. */
  readonly hasAccount: boolean;
}

export function inventHousehold(wish: HouseholdWish, random: Random, numbers: NumberMaker): DemoHousehold {
  const seats = seatHousehold(wish, random);
  const names = nameMembers(wish.shape, seats, Number(REGISTER_DATE.slice(0, 4)), random);
  const members = seats.map((seat, index) => toMember(wish, seat, names[index] ?? '', index, random, numbers));
  const head = members[0];
  return {
    key: wish.key,
    regionCode: wish.village.code,
    address: inventAddress(wish.village, random),
    members,
    circumstances: wish.shape === 'wanderer' ? [] : inventCircumstances(members, seats, random),
    payee:
      head?.idNumber && wish.hasAccount
        ? { memberKey: head.key, bankName: '示范农村商业银行', accountNumber: numbers.bankAccount() }
        : null,
  };
}

function toMember(
  wish: HouseholdWish,
  seat: Seat,
  name: string,
  index: number,
  random: Random,
  numbers: NumberMaker,
): DemoMember {
  const key = `${wish.key}.${index + 1}`;
  const known = wish.shape !== 'wanderer';
  const birthDate = addDays(REGISTER_DATE, -Math.floor(seat.age * 365.25) - random.between(1, 364));
  return {
    key,
    name,
    sex: seat.sex,
    birthDate: known ? birthDate : null,
    idNumber: known ? numbers.residentId(birthDate, seat.sex) : null,
    phone: known && hasPhone(seat, random) ? numbers.mobilePhone() : null,
    relation: seat.relation,
    supportRelation: supportOf(seat),
    hukouRegionCode: known ? wish.hukouRegionCode : null,
  };
}

function hasPhone(seat: Seat, random: Random): boolean {
  if (seat.age < 14) return false;
  return seat.relation === 'head' || random.chance(seat.age < 70 ? 0.85 : 0.45);
}

function supportOf(seat: Seat): DemoMember['supportRelation'] {
  if (seat.relation === 'head') return 'none';
  return seat.relation === 'spouse' ? 'mutual' : 'supported-by-head';
}

function inventAddress(village: HouseholdWish['village'], random: Random): string {
  const place = `六安市裕安区${village.townshipName}${village.name}`;
  if (village.name.endsWith('社区')) {
    return `${place}${random.between(1, 28)}栋${random.between(1, 4)}单元${random.between(1, 6)}0${random.between(1, 4)}室`;
  }
  return `${place}第${random.between(1, 24)}村民组${random.between(1, 60)}号`;
}
