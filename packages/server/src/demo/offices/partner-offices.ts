import type { OfficeKind } from '@yimen/contracts';
import { fictitiousOfficePhone } from '../people/invent-numbers.ts';
import { ALWAYS_OPEN, type DemoOffice, OFFICE_HOURS } from './office.ts';

/** Township or null (whole county), kind, key, names: those who report and those who help beside the departments. */
const PARTNERS: readonly (readonly [string | null, OfficeKind, string, string, string])[] = [
  [null, 'hospital', 'yiyuan.qu', '裕安区人民医院', "Yu'an People's Hospital"],
  ['苏埠镇', 'hospital', 'yiyuan.subu', '苏埠镇中心卫生院', 'Subu Central Health Centre'],
  ['独山镇', 'hospital', 'yiyuan.dushan', '独山镇中心卫生院', 'Dushan Central Health Centre'],
  ['新安镇', 'school', 'xuexiao.xinan', '新安镇中心小学', 'Xin’an Central Primary School'],
  ['顺河镇', 'school', 'xuexiao.shunhe', '顺河镇初级中学', 'Shunhe Junior Secondary School'],
  ['石婆店镇', 'school', 'xuexiao.shipodian', '石婆店镇中心小学', 'Shipodian Central Primary School'],
  ['鼓楼街道', 'police', 'paichusuo.gulou', '鼓楼派出所', 'Gulou Police Station'],
  ['苏埠镇', 'police', 'paichusuo.subu', '苏埠派出所', 'Subu Police Station'],
  ['独山镇', 'police', 'paichusuo.dushan', '独山派出所', 'Dushan Police Station'],
  [null, 'police', 'jiaojing', '裕安交警大队', "Yu'an Traffic Police"],
  [null, 'charity', 'cishan', '裕安区慈善协会', "Yu'an Charity Association"],
  [null, 'charity', 'hongshizi', '裕安区红十字会', "Yu'an Red Cross Society"],
  [null, 'social-work', 'shegong', '裕安区淠河社会工作服务中心', 'Pihe Social Work Service Centre'],
  [null, 'rescue-station', 'jiuzhuzhan', '六安市救助管理站裕安服务点', "Lu'an Rescue Station, Yu'an service point"],
];

export function partnerOffices(county: string, codeOfTownship: (name: string) => string): DemoOffice[] {
  return PARTNERS.map(([township, kind, key, name, nameEn], index) => ({
    key,
    regionCode: township === null ? county : codeOfTownship(township),
    kind,
    department: kind === 'charity' ? 'charity' : null,
    name,
    nameEn,
    phone: fictitiousOfficePhone(1_101 + index),
    address: `六安市裕安区${township ?? ''}${name}`,
    openHours: kind === 'police' || kind === 'hospital' || kind === 'rescue-station' ? ALWAYS_OPEN : OFFICE_HOURS,
    isPublic: kind === 'charity' || kind === 'social-work' || kind === 'rescue-station',
  }));
}
