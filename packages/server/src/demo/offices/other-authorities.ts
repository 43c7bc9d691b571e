import { backOffice, type DemoOffice } from './office.ts';

/** City and province above the county: they see figures, never persons. */
export function authoritiesAbove(): DemoOffice[] {
  return [
    backOffice({
      key: 'luan',
      regionCode: '341500000000',
      kind: 'civil-affairs',
      name: '六安市民政局',
      nameEn: "Lu'an Civil Affairs Bureau",
    }),
    backOffice({
      key: 'anhui',
      regionCode: '340000000000',
      kind: 'civil-affairs',
      name: '安徽省民政厅',
      nameEn: 'Anhui Department of Civil Affairs',
    }),
  ];
}

/** A zone without a civil affairs bureau: 地方事业局 leads and each duty has its own owner (淄博高新区 五, 六). */
const ZIBO_ZONE = [
  ['zibo.difang', 'civil-affairs', 'civil-affairs', '淄博高新区地方事业局', 'Local Affairs Bureau'],
  ['zibo.weisheng', 'department', 'health', '淄博高新区卫生部门', 'Health'],
  ['zibo.jiaoyu', 'department', 'education', '淄博高新区教育部门', 'Education'],
  ['zibo.jianshe', 'department', 'housing-construction', '淄博高新区建设局', 'Construction Bureau'],
  ['zibo.renshi', 'department', 'human-resources', '淄博高新区组织人事部', 'Organisation and Personnel'],
] as const;

export function zoneOffices(): DemoOffice[] {
  return ZIBO_ZONE.map(([key, kind, department, name, nameEn]) => ({
    ...backOffice({ key, regionCode: '3703Z1000000', kind, name, nameEn: `Zibo High-tech Zone ${nameEn}` }),
    department,
  }));
}
