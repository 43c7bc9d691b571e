import { LEADING_GROUP_KEY } from '../offices/county-offices.ts';
import type { DemoPost } from './post.ts';

/** The 23 seats of the annex of 裕安区 2020-12-17: head, deputy, 21 members. Posts only; the annex's persons are not data. */
const SEATS = [
  '组长（区委副书记、区长）',
  '副组长（副区长）',
  '成员（区委办公室副主任）',
  '成员（政府办公室副主任）',
  '成员（区委组织部副部长）',
  '成员（区委编办主任）',
  '成员（教体局局长）',
  '成员、办公室主任（民政局局长）',
  '成员（司法局局长）',
  '成员（财政局局长）',
  '成员（人社局局长）',
  '成员（城管局局长）',
  '成员（应急局局长）',
  '成员（数管局局长）',
  '成员（住建局局长）',
  '成员（审计局局长）',
  '成员（医保局局长）',
  '成员（信访局局长）',
  '成员（扶贫局局长）',
  '成员（卫健委主任）',
  '成员（残联理事长）',
  '成员（房管中心主任）',
  '成员（公安分局副局长）',
] as const;

export function leadingGroupPosts(county: string): DemoPost[] {
  return SEATS.map((title, index) => ({
    key: `${LEADING_GROUP_KEY}.${String(index + 1).padStart(2, '0')}`,
    officeKey: LEADING_GROUP_KEY,
    role: 'leader',
    regionCode: county,
    title: `领导小组${title}`,
    seat: index + 1,
    substitute: null,
  }));
}
