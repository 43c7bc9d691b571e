import type { InputOf, takeIn } from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { PLACES } from './small-county.ts';

type Intake = InputOf<typeof takeIn>['body'];
type Member = Extract<Intake['household'], { is: 'new' }>['members'][number];

let serial = 0;

/** Somebody of region 999999 with a valid number; override what the test is about. */
export function aMember(change: Partial<Member> = {}): Member {
  serial += 1;
  const year = 1940 + (Math.floor(serial / 450) % 60);
  const birthDate = `${year}-03-15`;
  return {
    name: `测试${String.fromCodePoint(0x4e00 + (serial % 3000))}`,
    sex: serial % 2 ? 'male' : 'female',
    birthDate,
    idNumber: fakeResidentId({ birthDate, sex: serial % 2 ? 'male' : 'female', serial: serial % 450 }),
    phone: null,
    hukouRegionCode: PLACES.village,
    residenceRegionCode: PLACES.village,
    address: '一组 3 号',
    relation: 'head',
    supportRelation: 'none',
    ...change,
  };
}

/** A fire in the village yesterday, a new household of one; override what the test is about. */
export function anIntake(change: Partial<Intake> = {}): Intake {
  return {
    reportId: null,
    household: { is: 'new', regionCode: PLACES.village, members: [aMember()], searched: true },
    event: {
      kind: 'fire',
      occurredOn: '2026-03-01',
      placeRegionCode: PLACES.village,
      placeDetail: '一组 3 号',
      description: '夜间起火，房屋烧毁',
    },
    need: '临时住处和生活费',
    urgencyAnswers: { homeLost: true },
    ...change,
  };
}
