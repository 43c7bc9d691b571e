import type { Random } from '../random.ts';
import type { DemoCircumstance, DemoMember } from './household.ts';
import type { Seat } from './shapes.ts';

type Told = Omit<DemoCircumstance, 'memberKey'>;

/** What the register knows of a household: income, health, disability, labour, schooling, home. Amounts are invented. */
export function inventCircumstances(
  members: readonly DemoMember[],
  seats: readonly Seat[],
  random: Random,
): DemoCircumstance[] {
  const ofMembers = members.flatMap((member, index) => {
    const seat = seats[index];
    return seat ? tellOfMember(seat, random).map((told) => ({ ...told, memberKey: member.key })) : [];
  });
  return [...ofMembers, { ...tellOfHome(random), memberKey: null }];
}

function tellOfMember(seat: Seat, random: Random): Told[] {
  const facts = seat.age < 16 ? [tellSchooling(seat.age)] : tellLiving(seat, random);
  if (random.chance(seat.age >= 60 ? 0.12 : 0.035)) facts.push(tellDisability(random));
  if (random.chance(seat.age >= 60 ? 0.28 : 0.04)) facts.push(tellIllness(seat.age, random));
  return facts;
}

function tellSchooling(age: number): Told {
  if (age < 3) return told('schooling', '未入园', null, 'declared');
  if (age < 6) return told('schooling', '幼儿园在园', null, 'declared');
  if (age < 12) return told('schooling', '小学在读', null, 'data-check', '区教体局学籍');
  return told('schooling', '初中在读', null, 'data-check', '区教体局学籍');
}

function tellLiving(seat: Seat, random: Random): Told[] {
  if (seat.age < 19) return [told('schooling', '高中阶段在读', null, 'data-check', '区教体局学籍')];
  if (seat.age >= 60) return tellOldAge(seat.age, random);
  const [work, low, high] = random.weighted(WORK);
  const labour = told('labour', work, null, 'declared');
  if (high === 0) return [labour];
  const income = random.between(low, high) * 1_000;
  return [labour, told('income', `${work}，每月收入`, income, random.chance(0.5) ? 'declared' : 'survey')];
}

function tellOldAge(age: number, random: Random): Told[] {
  const pension = random.between(160, 240) * 100;
  const facts = [told('income', '城乡居民养老金，每月', pension, 'data-check', '区人社局')];
  if (age < 75 && random.chance(0.5)) {
    facts.push(told('income', '种地、养鸡等，折合每月', random.between(15, 60) * 1_000, 'declared'));
  }
  facts.push(told('labour', age < 70 ? '能做轻活' : '无劳动能力（年老）', null, 'observed'));
  return facts;
}

/** Work, and a month's income in tens of yuan (lowest, highest). */
const WORK: readonly (readonly [readonly [string, number, number], number])[] = [
  [['本地务农', 60, 160], 26],
  [['建筑零工', 150, 380], 18],
  [['在外务工', 250, 520], 24],
  [['本地工厂务工', 220, 420], 14],
  [['小生意', 120, 450], 8],
  [['在家照料家人', 0, 0], 7],
  [['失业', 0, 0], 3],
];

function tellDisability(random: Random): Told {
  const kind = random.weighted([
    ['肢体', 50],
    ['视力', 14],
    ['听力', 14],
    ['精神', 11],
    ['智力', 9],
    ['言语', 2],
  ] as const);
  const grade = random.weighted([
    ['一级', 2],
    ['二级', 4],
    ['三级', 5],
    ['四级', 6],
  ] as const);
  return told('disability', `${kind}残疾${grade}`, null, 'data-check', '区残联残疾人证');
}

function tellIllness(age: number, random: Random): Told {
  const illness = random.pick(
    age >= 60
      ? ['高血压', '糖尿病', '冠心病', '慢性支气管炎', '脑梗后遗症']
      : ['腰椎间盘突出', '乙肝', '糖尿病', '肾病综合征'],
  );
  return told('health', `${illness}，长期服药`, random.between(8, 90) * 1_000, 'declared', '每月自付药费');
}

function tellHomeText(random: Random): string {
  return random.weighted([
    ['自有砖混住房，安全', 58],
    ['自有平房，鉴定 B 级', 22],
    ['自有老房，鉴定 C 级，待修缮', 6],
    ['租住', 8],
    ['借住亲属房屋', 6],
  ] as const);
}

function tellOfHome(random: Random): Told {
  return told('housing', tellHomeText(random), null, 'observed');
}

function told(
  kind: Told['kind'],
  text: string,
  amountFen: number | null,
  provenance: Told['provenance'],
  provenanceNote: string | null = null,
): Told {
  return { kind, text, amountFen, provenance, provenanceNote };
}
