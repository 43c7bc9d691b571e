import { fictitiousOfficePhone } from '../people/invent-numbers.ts';
import { ALWAYS_OPEN, backOffice, type DemoOffice, OFFICE_HOURS } from './office.ts';

/** Key, department role, names: the departments of, each with a window in the service hall. */
const DEPARTMENTS = [
  ['jiaoti', 'education', '裕安区教育体育局', 'Education and Sports Bureau'],
  ['sifa', 'justice', '裕安区司法局', 'Justice Bureau'],
  ['caizheng', 'finance', '裕安区财政局', 'Finance Bureau'],
  ['renshe', 'human-resources', '裕安区人力资源和社会保障局', 'Human Resources and Social Security Bureau'],
  ['chengguan', 'urban-management', '裕安区城市管理局', 'Urban Management Bureau'],
  ['yingji', 'emergency', '裕安区应急管理局', 'Emergency Management Bureau'],
  ['shuguan', 'data', '裕安区数据资源管理局', 'Data Resources Bureau'],
  ['zhujian', 'housing-construction', '裕安区住房和城乡建设局', 'Housing and Construction Bureau'],
  ['shenji', 'audit', '裕安区审计局', 'Audit Bureau'],
  ['yibao', 'medical-insurance', '裕安区医疗保障局', 'Medical Insurance Bureau'],
  ['xinfang', 'petition', '裕安区信访局', 'Petition Bureau'],
  ['xiangcun', 'rural-revitalisation', '裕安区乡村振兴局（原扶贫局）', 'Rural Revitalisation Bureau'],
  ['weijian', 'health', '裕安区卫生健康委员会', 'Health Commission'],
  ['canlian', 'disabled-persons', '裕安区残疾人联合会', "Disabled Persons' Federation"],
  ['fangguan', 'housing-management', '裕安区房产管理中心', 'Housing Management Centre'],
  ['gongan', 'police', '六安市公安局裕安分局', 'Public Security Sub-bureau'],
] as const;

/** Party and government offices that sit in the leading group but own no programme. */
const GOVERNING_OFFICES = [
  ['quwei', '中共六安市裕安区委办公室', 'District Party Committee Office'],
  ['zhengfu', '裕安区人民政府办公室', 'District Government Office'],
  ['zuzhi', '中共六安市裕安区委组织部', 'Organisation Department'],
  ['bianban', '中共六安市裕安区委机构编制委员会办公室', 'Staffing Commission Office'],
] as const;

export const LEADING_GROUP_KEY = 'lingdao';

export function countyOffices(county: string): DemoOffice[] {
  const departments = DEPARTMENTS.map(
    ([key, department, name, nameEn], index): DemoOffice => ({
      key,
      regionCode: county,
      kind: key === 'gongan' ? 'police' : 'department',
      department,
      name,
      nameEn: `Yu'an ${nameEn}`,
      phone: fictitiousOfficePhone(1_010 + index),
      address: `六安市裕安区政务服务中心 · ${name}窗口`,
      openHours: OFFICE_HOURS,
      isPublic: true,
    }),
  );
  const governing = GOVERNING_OFFICES.map(([key, name, nameEn]) =>
    backOffice({ key, regionCode: county, kind: 'department', name, nameEn: `Yu'an ${nameEn}` }),
  );
  return [
    civilAffairs(county),
    leadingGroup(county),
    platformRoom(county),
    hotline(county),
    ...departments,
    ...governing,
  ];
}

function civilAffairs(county: string): DemoOffice {
  return {
    key: 'minzheng',
    regionCode: county,
    kind: 'civil-affairs',
    department: 'civil-affairs',
    name: '裕安区民政局（社会救助股）',
    nameEn: "Yu'an Civil Affairs Bureau",
    phone: fictitiousOfficePhone(1_001),
    address: '六安市裕安区政务服务中心 · 社会救助综合窗口',
    openHours: OFFICE_HOURS,
    isPublic: true,
  };
}

function leadingGroup(county: string): DemoOffice {
  return backOffice({
    key: LEADING_GROUP_KEY,
    regionCode: county,
    kind: 'leading-group',
    name: '裕安区社会救助综合改革试点工作领导小组',
    nameEn: "Yu'an Leading Group on Social Assistance Reform",
  });
}

function platformRoom(county: string): DemoOffice {
  return backOffice({
    key: 'yunwei',
    regionCode: county,
    kind: 'platform',
    name: '裕安区社会救助平台运行室',
    nameEn: "Yu'an Platform Operations",
  });
}

function hotline(county: string): DemoOffice {
  return {
    key: '12349',
    regionCode: county,
    kind: 'hotline',
    department: null,
    name: '裕安区 12349 社会救助服务热线',
    nameEn: "Yu'an 12349 hotline",
    phone: '12349',
    address: null,
    openHours: ALWAYS_OPEN,
    isPublic: true,
  };
}
